/** Payments that wait for a person's consent. */
@NullMarked
package io.frontdesk.conversationalpayment.approval;

import org.jspecify.annotations.NullMarked;
