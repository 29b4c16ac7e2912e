/** Renders receipts as PDF and texts as QR pictures, the same bytes for the same content. */
@NullMarked
package io.frontdesk.conversationalpayment.receiptdocument;

import org.jspecify.annotations.NullMarked;
