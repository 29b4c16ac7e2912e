/** Receipts and credit notes, numbered without gaps per tenant and year. */
@NullMarked
package io.frontdesk.conversationalpayment.receipt;

import org.jspecify.annotations.NullMarked;
