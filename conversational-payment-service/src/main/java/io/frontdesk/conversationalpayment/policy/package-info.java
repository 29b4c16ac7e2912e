/** How much may be spent by whom on what, and what needs a person's consent. */
@NullMarked
package io.frontdesk.conversationalpayment.policy;

import org.jspecify.annotations.NullMarked;
