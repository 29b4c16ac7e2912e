package io.frontdesk.payment.status;

import io.frontdesk.payment.fact.Fact;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Facts with all that they imply, each once. A fee that comes with a capture is a fact of its own,
 * because another telling of that capture may not know it; what ended must have begun, even if that
 * is never told. So the set is the same whichever telling came first.
 */
public final class PlainFacts {
    private PlainFacts() {}

    public static List<Fact> of(Collection<? extends Fact> told) {
        Map<String, Fact> plain = new LinkedHashMap<>();
        for (var fact : told) {
            for (var part : parts(fact)) {
                plain.putIfAbsent(part.identity(), part);
            }
        }
        return List.copyOf(plain.values());
    }

    private static List<Fact> parts(Fact fact) {
        return switch (fact) {
            case Fact.Captured(var reference, var at, var capture, var amount, var fee)
                    when fee != null ->
                    List.of(
                            new Fact.Captured(reference, at, capture, amount, null),
                            new Fact.FeeTaken(reference, at, capture, fee));
            case Fact.DisputeOpened opened when opened.fee() != null ->
                    List.of(
                            new Fact.DisputeOpened(
                                    opened.providerReference(),
                                    opened.at(),
                                    opened.disputeReference(),
                                    opened.amount(),
                                    null,
                                    opened.reason(),
                                    opened.evidenceDueBy()),
                            new Fact.FeeTaken(
                                    opened.providerReference(),
                                    opened.at(),
                                    opened.disputeReference(),
                                    opened.fee()));
            case Fact.RefundFailed(var reference, var at, var refund, var amount, var reason) ->
                    List.of(new Fact.Refunded(reference, at, refund, amount), fact);
            case Fact.DisputeClosed(var reference, var at, var dispute, var amount, var won) ->
                    List.of(
                            new Fact.DisputeOpened(
                                    reference, at, dispute, amount, null, "not told", null),
                            fact);
            default -> List.of(fact);
        };
    }
}
