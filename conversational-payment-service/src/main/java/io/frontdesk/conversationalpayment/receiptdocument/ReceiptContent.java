package io.frontdesk.conversationalpayment.receiptdocument;

import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a receipt says.
 *
 * @param number in the business's sequence
 * @param businessAddress lines separated by line feeds
 * @param test no money moved
 */
public record ReceiptContent(
        String number,
        String businessName,
        @Nullable String businessAddress,
        String buyer,
        LocalDate issuedOn,
        List<Line> lines,
        Money total,
        String paymentReference,
        boolean test) {
    /**
     * One line; the total is the unit price times the quantity, less what the business gave off.
     */
    public record Line(String name, int quantity, Money unitPrice, Money total) {}
}
