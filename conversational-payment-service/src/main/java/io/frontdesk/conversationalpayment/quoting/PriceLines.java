package io.frontdesk.conversationalpayment.quoting;

import io.frontdesk.conversationalpayment.catalogue.CatalogueItem;
import io.frontdesk.conversationalpayment.catalogue.CatalogueItems;
import io.frontdesk.conversationalpayment.offering.Calendar;
import io.frontdesk.conversationalpayment.offering.Offering;
import io.frontdesk.conversationalpayment.plaintext.PlainText;
import io.frontdesk.conversationalpayment.policy.PolicyRefused;
import io.frontdesk.conversationalpayment.policy.SpendPolicy;
import io.frontdesk.conversationalpayment.quote.QuoteLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.springframework.stereotype.Component;

/** Finds name and price of what is asked for: in the own catalogue, else at the calendar. */
@Component
class PriceLines {
    private static final BigDecimal LARGEST = new BigDecimal("1000000000");

    private final CatalogueItems items;
    private final Calendar calendar;

    PriceLines(CatalogueItems items, Calendar calendar) {
        this.items = items;
        this.calendar = calendar;
    }

    List<QuoteLine> price(List<QuoteOrder.Line> wanted, SpendPolicy policy) {
        var lines = new ArrayList<QuoteLine>();
        for (int i = 0; i < wanted.size(); i++) {
            var line = price(i, wanted.get(i), policy);
            if (!line.unitPrice().getCurrencyUnit().getCode().equals(policy.currency())) {
                throw new PolicyRefused("Payments are taken in " + policy.currency() + " only.");
            }
            if (line.total().getAmount().compareTo(LARGEST) > 0) {
                throw new LineRefused(i, "The amount is too large.");
            }
            lines.add(line);
        }
        return lines;
    }

    private QuoteLine price(int index, QuoteOrder.Line wanted, SpendPolicy policy) {
        var own = items.find(wanted.itemId()).filter(CatalogueItem::active);
        if (own.isPresent()) {
            var price = own.get().price() != null ? own.get().price() : free(index, wanted, policy);
            return line(index, wanted, own.get().name(), price, own.get().price() != null);
        }
        var offering =
                calendar.find(wanted.itemId())
                        .filter(Offering::bookable)
                        .orElseThrow(() ->
                                new LineRefused(
                                        index,
                                        "There is no item " + wanted.itemId() + " in sale."));
        if (offering.price() == null || !offering.price().isPositive()) {
            throw new LineRefused(index, "This offering has no price to pay here.");
        }
        return line(index, wanted, PlainText.line(offering.name()), offering.price(), true);
    }

    private static Money free(int index, QuoteOrder.Line wanted, SpendPolicy policy) {
        if (!policy.freeAmounts()) {
            throw new PolicyRefused("Amounts of the visitor's choice are not taken here.");
        }
        if (wanted.amount() == null) {
            throw new LineRefused(index, "This item has no price of its own: name an amount.");
        }
        return wanted.amount();
    }

    private static QuoteLine line(
            int index, QuoteOrder.Line wanted, String name, Money price, boolean fixed) {
        if (fixed && wanted.amount() != null && !wanted.amount().equals(price)) {
            throw new LineRefused(
                    index, "This item has a price of its own, " + price + ", and no other.");
        }
        return new QuoteLine(wanted.itemId(), name, wanted.quantity(), price);
    }
}
