package io.frontdesk.payment.reconciliation;

import io.frontdesk.payment.ledger.Ledger.Moved;
import io.frontdesk.payment.provider.BalancePage.Line;
import io.frontdesk.payment.reconciliation.Difference.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Two books side by side, by provider reference and fact. Both are read a little beyond the period,
 * for the same fact may have another time here and there; only what lies within is judged.
 */
final class Comparison {
    private static final String FEE = "fee:";

    private final Map<String, Moved> ours = new LinkedHashMap<>();
    private final Map<String, Line> theirs = new LinkedHashMap<>();

    Comparison(List<Moved> ours, List<Line> theirs) {
        ours.forEach(each -> this.ours.put(key(each.providerReference(), each.identity()), each));
        theirs.stream()
                .filter(line -> line.factIdentity() != null)
                .forEach(line ->
                        this.theirs.put(key(line.providerReference(), line.factIdentity()), line));
    }

    int size() {
        return theirs.size();
    }

    List<Difference> differences(List<Moved> oursWithin, Instant from, Instant to) {
        var differences = new ArrayList<Difference>();
        theirs.forEach((key, line) -> {
            if (!line.at().isBefore(from) && line.at().isBefore(to)) {
                compare(key, line, differences);
            }
        });
        for (var moved : oursWithin) {
            var told = theirs.containsKey(key(moved.providerReference(), moved.identity()));
            if (!told && !moved.identity().startsWith(FEE)) {
                differences.add(
                        new Difference(
                                Kind.MISSING_THERE,
                                moved.paymentId(),
                                moved.providerReference(),
                                moved.identity(),
                                moved.amount(),
                                null,
                                false));
            }
        }
        return differences;
    }

    private void compare(String key, Line line, List<Difference> differences) {
        var identity = Objects.requireNonNull(line.factIdentity());
        add(differences, ours.get(key), line, identity, line.amount());
        if (!line.fee().isZero()) {
            var fee = FEE + identity.substring(identity.indexOf(':') + 1);
            var moved = ours.get(key(line.providerReference(), fee));
            add(differences, moved, line, fee, line.fee().negated());
        }
    }

    private static void add(
            List<Difference> differences,
            @Nullable Moved ours,
            Line line,
            String identity,
            Money theirs) {
        if (ours != null && ours.amount().equals(theirs)) {
            return;
        }
        differences.add(
                new Difference(
                        ours == null ? Kind.MISSING_HERE : Kind.AMOUNT_DIFFERS,
                        ours == null ? null : ours.paymentId(),
                        line.providerReference(),
                        identity,
                        ours == null ? null : ours.amount(),
                        theirs,
                        false));
    }

    private static String key(@Nullable String reference, @Nullable String identity) {
        return reference + " " + identity;
    }
}
