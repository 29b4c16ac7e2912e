package io.frontdesk.conversationalpayment.quote;

import java.util.UUID;
import org.joda.money.Money;

/** One line: so many of an item, at this price each. */
public record QuoteLine(UUID itemId, String name, int quantity, Money unitPrice, Money total) {
    public QuoteLine(UUID itemId, String name, int quantity, Money unitPrice) {
        this(itemId, name, quantity, unitPrice, unitPrice.multipliedBy(quantity));
    }
}
