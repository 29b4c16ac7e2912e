/** What a visitor wants, as far as it is known, and what is still missing. */
@NullMarked
package io.frontdesk.conversationalpayment.collecting;

import org.jspecify.annotations.NullMarked;
