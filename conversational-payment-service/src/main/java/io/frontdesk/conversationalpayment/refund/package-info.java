/** Giving money back, within the rules of the spend policy. */
@NullMarked
package io.frontdesk.conversationalpayment.refund;

import org.jspecify.annotations.NullMarked;
