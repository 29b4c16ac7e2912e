package io.frontdesk.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.payment.fact.Fact;
import io.frontdesk.payment.provider.BalancePage.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StripeBookTest extends StripeTest {
    private final Instant start = clock.instant();

    @Test
    void goesThroughDaysOldestFirst() {
        for (var day = 0; day < 3; day++) {
            charged(false);
            clock.advance(Duration.ofDays(1));
        }
        var lines = all(start, start.plus(Duration.ofDays(10)));
        assertThat(lines).extracting(Line::at).isSorted().hasSize(3).doesNotHaveDuplicates();
        assertThat(all(start.plusMillis(1), start.plus(Duration.ofDays(2)))).hasSize(1);
        assertThat(all(start, start.plus(Duration.ofDays(2)))).hasSize(2);
    }

    @Test
    void holdsADayOfMoreThanAPage() {
        stripe.largestPage(3);
        for (var i = 0; i < 10; i++) {
            stripe.payOut(i + 1);
        }
        var page = provider.balance(account, start, start.plus(Duration.ofHours(1)), null);
        assertThat(page.nextCursor()).isNull();
        assertThat(page.lines()).hasSize(10).doesNotHaveDuplicates();
        assertThat(page.lines().getFirst().amount()).hasToString("EUR -0.01");
        assertThat(page.lines().getFirst().factIdentity()).isNull();
        assertThat(page.lines().getFirst().type()).isEqualTo("payout");
    }

    @Test
    void namesTheFactOfEveryLine() {
        var facts = new ArrayList<Fact>();
        var captured = charged(false);
        var refund = provider.refund(account, movement(captured, THREE), null).getFirst();
        stripe.failRefund(((Fact.Refunded) refund).refundReference());
        var disputed = charged(false);
        stripe.decideDispute(stripe.dispute(disputed, "needs_response"), "won");
        var parts = charged(true);
        provider.capture(account, movement(parts, THREE), false);
        clock.advance(Duration.ofMinutes(1));
        provider.capture(account, movement(parts, THREE), false);
        provider.capture(account, movement(parts, THREE), true);
        for (var payment : List.of(captured, disputed, parts)) {
            facts.addAll(found(payment));
        }
        var moved =
                facts.stream()
                        .filter(fact -> !(fact instanceof Fact.Authorized))
                        .filter(fact -> !(fact instanceof Fact.Cancelled))
                        .filter(fact -> !(fact instanceof Fact.FeeTaken))
                        .map(Fact::identity)
                        .toList();
        var lines = all(start, start.plus(Duration.ofHours(1)));
        assertThat(lines).extracting(Line::factIdentity).containsExactlyInAnyOrderElementsOf(moved);
        assertThat(lines).extracting(Line::providerReference).contains(captured, disputed, parts);
        var feesOfParts =
                facts.stream()
                        .filter(Fact.FeeTaken.class::isInstance)
                        .map(fact -> ((Fact.FeeTaken) fact).of())
                        .toList();
        assertThat(feesOfParts).hasSize(3).allMatch(of -> moved.contains("captured:" + of));
    }

    @Test
    void isEmptyWhereNothingMoved() {
        assertThat(all(start, start.plus(Duration.ofDays(3)))).isEmpty();
        assertThat(all(start, start)).isEmpty();
    }

    private List<Line> all(Instant from, Instant to) {
        var lines = new ArrayList<Line>();
        @Nullable String cursor = null;
        do {
            var page = provider.balance(account, from, to, cursor);
            lines.addAll(page.lines());
            cursor = page.nextCursor();
        } while (cursor != null);
        return lines;
    }
}
