package io.frontdesk.payment.ledger;

import static io.frontdesk.payment.ledger.LedgerAccount.DISPUTES;
import static io.frontdesk.payment.ledger.LedgerAccount.FEES;
import static io.frontdesk.payment.ledger.LedgerAccount.LOSSES;
import static io.frontdesk.payment.ledger.LedgerAccount.PROVIDER_BALANCE;
import static io.frontdesk.payment.ledger.LedgerAccount.RECEIVABLE;
import static io.frontdesk.payment.ledger.LedgerAccount.REFUNDS;
import static io.frontdesk.payment.ledger.LedgerAccount.REVENUE;

import io.frontdesk.payment.fact.Fact;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.Money;

/**
 * One line of a transaction.
 *
 * @param amount debit positive, credit negative
 */
public record Posting(LedgerAccount account, Money amount) {

    /**
     * What a plain fact books; nothing when no money moves. It depends on that fact alone, so that
     * the books do not depend on the order in which facts are told.
     */
    public static List<Posting> of(Fact fact) {
        var postings =
                switch (fact) {
                    case Fact.Captured captured ->
                            Stream.concat(
                                    move(RECEIVABLE, REVENUE, captured.amount()),
                                    move(PROVIDER_BALANCE, RECEIVABLE, captured.amount()));
                    case Fact.FeeTaken fee -> move(FEES, PROVIDER_BALANCE, fee.amount());
                    case Fact.Refunded refunded ->
                            move(REFUNDS, PROVIDER_BALANCE, refunded.amount());
                    case Fact.RefundFailed failed ->
                            move(PROVIDER_BALANCE, REFUNDS, failed.amount());
                    case Fact.DisputeOpened opened ->
                            move(DISPUTES, PROVIDER_BALANCE, opened.amount());
                    case Fact.DisputeClosed closed ->
                            move(
                                    closed.won() ? PROVIDER_BALANCE : LOSSES,
                                    DISPUTES,
                                    closed.amount());
                    case Fact.ActionRequired required -> Stream.<Posting>empty();
                    case Fact.Authorized authorized -> Stream.<Posting>empty();
                    case Fact.Cancelled cancelled -> Stream.<Posting>empty();
                    case Fact.Failed failed -> Stream.<Posting>empty();
                };
        return postings.filter(posting -> !posting.amount().isZero()).toList();
    }

    private static Stream<Posting> move(LedgerAccount debit, LedgerAccount credit, Money amount) {
        return Stream.of(new Posting(debit, amount), new Posting(credit, amount.negated()));
    }
}
