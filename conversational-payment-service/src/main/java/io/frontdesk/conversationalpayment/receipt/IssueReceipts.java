package io.frontdesk.conversationalpayment.receipt;

import io.frontdesk.conversationalpayment.receiptdocument.ReceiptContent;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.IdGenerator;

/** Issues what a payment's captured and refunded amounts call for and is not issued yet. */
@Component
@Transactional
public class IssueReceipts {
    private final Receipts receipts;
    private final BusinessProfiles profiles;
    private final IdGenerator ids;
    private final Clock clock;

    IssueReceipts(Receipts receipts, BusinessProfiles profiles, IdGenerator ids, Clock clock) {
        this.receipts = receipts;
        this.profiles = profiles;
        this.ids = ids;
        this.clock = clock;
    }

    /** What was sold to whom. */
    public record Sale(
            UUID paymentId,
            @Nullable UUID quoteId,
            String buyer,
            List<ReceiptContent.Line> lines) {}

    /**
     * One receipt for what was captured, and credit notes for all that was refunded.
     *
     * @param test whether no real money moved
     */
    public void issue(Sale sale, Money captured, Money refunded, boolean test) {
        var issued = receipts.of(sale.paymentId());
        if (captured.isPositive() && issued.isEmpty()) {
            var lines =
                    total(sale.lines()).equals(captured) ? sale.lines() : part(captured, "Part");
            write(Receipts.RECEIPT, sale, lines, captured, test);
        }
        var credited =
                issued.stream()
                        .filter(each -> each.kind().equals(Receipts.CREDIT_NOTE))
                        .map(Receipt::amount)
                        .reduce(Money.zero(refunded.getCurrencyUnit()), Money::plus);
        var open = refunded.minus(credited);
        if (open.isPositive()) {
            write(Receipts.CREDIT_NOTE, sale, part(open, "Refund"), open, test);
        }
    }

    private void write(
            String kind, Sale sale, List<ReceiptContent.Line> lines, Money amount, boolean test) {
        var now = OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC);
        var number = receipts.nextNumber(kind, now.getYear());
        var business = profiles.current();
        var content =
                new ReceiptContent(
                        number,
                        business.name(),
                        business.address(),
                        sale.buyer(),
                        now.toLocalDate(),
                        lines,
                        amount,
                        sale.paymentId().toString(),
                        test);
        receipts.add(
                new Receipt(
                        ids.generateId(),
                        kind,
                        number,
                        sale.paymentId(),
                        sale.quoteId(),
                        amount,
                        content,
                        now));
    }

    private static List<ReceiptContent.Line> part(Money amount, String name) {
        return List.of(new ReceiptContent.Line(name, 1, amount, amount));
    }

    private static Money total(List<ReceiptContent.Line> lines) {
        return lines.stream().map(ReceiptContent.Line::total).reduce(Money::plus).orElseThrow();
    }
}
