package io.frontdesk.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.payment.provider.Lookup;
import io.frontdesk.payment.provider.Told;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StripeLookupTest extends StripeTest {
    @Test
    void looksThroughAllThatCameAfter() {
        var order = order(false, GOOD);
        var first = clock.instant();
        var facts = charge(order);
        stripe.largestPage(3);
        for (var i = 0; i < 5; i++) {
            charged(true);
        }
        var found = provider.find(account, new Lookup(order.paymentId(), null, first));
        assertThat(Told.of(found.orElseThrow())).isEqualTo(Told.of(facts));
        assertThat(stripe.requests().stream().filter("GET /v1/payment_intents"::equals)).hasSize(2);
    }

    @Test
    void allowsForClocksThatDiffer() {
        var order = order(false, GOOD);
        charge(order);
        var minutes = Duration.ofMinutes(4);
        var since = clock.instant().plus(minutes);
        assertThat(provider.find(account, new Lookup(order.paymentId(), null, since))).isPresent();
        var later = clock.instant().plus(minutes.multipliedBy(2));
        assertThat(provider.find(account, new Lookup(order.paymentId(), null, later))).isEmpty();
    }

    @Test
    void findsNothingUnderUnknownReferences() {
        for (var reference : new String[] {"pi_unknown", "cs_unknown", "nonsense"}) {
            var lookup = new Lookup(UUID.randomUUID(), reference, clock.instant());
            assertThat(provider.find(account, lookup)).isEmpty();
        }
    }
}
