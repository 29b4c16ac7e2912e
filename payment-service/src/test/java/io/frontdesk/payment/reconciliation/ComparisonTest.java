package io.frontdesk.payment.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.payment.ledger.Ledger.Moved;
import io.frontdesk.payment.provider.BalancePage.Line;
import io.frontdesk.payment.reconciliation.Difference.Kind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final Instant FROM = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-03-02T00:00:00Z");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Moved OURS = moved("captured:ca", "EUR 10.00");
    private static final Moved OUR_FEE = moved("fee:ca", "EUR -0.40");
    private static final Line THEIRS = line("captured:ca", "EUR 10.00", "EUR 0.40", NOON);

    @Test
    void findsNothingWhereBothAgree() {
        assertThat(differences(List.of(OURS, OUR_FEE), List.of(THEIRS))).isEmpty();
    }

    @Test
    void findsWhatIsMissingHere() {
        assertThat(differences(List.of(), List.of(THEIRS)))
                .extracting(Difference::kind)
                .containsExactly(Kind.MISSING_HERE, Kind.MISSING_HERE);
        assertThat(differences(List.of(OURS), List.of(THEIRS)))
                .extracting(Difference::fact)
                .containsExactly("fee:ca");
    }

    @Test
    void findsWhatIsMissingThere() {
        assertThat(differences(List.of(OURS), List.of()))
                .extracting(Difference::kind)
                .containsExactly(Kind.MISSING_THERE);
    }

    @Test
    void findsAmountsThatDiffer() {
        var other = line("captured:ca", "EUR 11.00", "EUR 0.40", NOON);
        assertThat(differences(List.of(OURS, OUR_FEE), List.of(other)))
                .extracting(Difference::kind)
                .containsExactly(Kind.AMOUNT_DIFFERS);
    }

    @Test
    void judgesOnlyWhatIsInThePeriod() {
        var before = line("captured:ca", "EUR 10.00", "EUR 0.40", FROM.minusSeconds(1));
        assertThat(differences(List.of(), List.of(before))).isEmpty();
        assertThat(differences(List.of(OURS), List.of(before))).isEmpty();
    }

    private static List<Difference> differences(List<Moved> ours, List<Line> theirs) {
        return new Comparison(ours, theirs).differences(ours, FROM, TO);
    }

    private static Moved moved(String identity, String amount) {
        return new Moved(UUID.randomUUID(), identity, "ch", Money.parse(amount));
    }

    private static Line line(String identity, String amount, String fee, Instant at) {
        return new Line("l", at, "t", Money.parse(amount), Money.parse(fee), "ch", identity);
    }
}
