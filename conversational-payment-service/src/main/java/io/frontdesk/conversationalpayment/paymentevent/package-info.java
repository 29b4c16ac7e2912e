/** Takes in what payment-service tells of payments, once each and in whatever order it comes. */
@NullMarked
package io.frontdesk.conversationalpayment.paymentevent;

import org.jspecify.annotations.NullMarked;
