package io.frontdesk.payment.payment;

import io.frontdesk.payment.fact.Fact;
import io.frontdesk.payment.movement.MoneyMovement;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A refund.
 *
 * @param id ours while the provider has not told its own
 * @param status succeeded, failed, pending or unknown
 */
record RefundView(
        String id, String status, Money amount, @Nullable String reason, Instant createdAt) {

    /** Those that the provider told, then those that are still under way. */
    static List<RefundView> of(List<Fact> facts, List<MoneyMovement> movements) {
        var failed =
                facts.stream()
                        .filter(Fact.RefundFailed.class::isInstance)
                        .map(fact -> ((Fact.RefundFailed) fact).refundReference())
                        .collect(Collectors.toSet());
        var told =
                facts.stream()
                        .filter(Fact.Refunded.class::isInstance)
                        .map(Fact.Refunded.class::cast)
                        .map(fact ->
                                new RefundView(
                                        fact.refundReference(),
                                        failed.contains(fact.refundReference())
                                                ? "failed"
                                                : "succeeded",
                                        fact.amount(),
                                        null,
                                        fact.at()));
        var pending =
                movements.stream()
                        .filter(each -> each.kind().equals("refund") && each.pending())
                        .map(each ->
                                new RefundView(
                                        each.id().toString(),
                                        each.state().equals("unknown") ? "unknown" : "pending",
                                        each.amount(),
                                        each.reason(),
                                        each.createdAt()));
        return Stream.concat(told, pending).toList();
    }
}
