package io.frontdesk.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.payment.fact.Fact;
import io.frontdesk.payment.provider.Account;
import io.frontdesk.payment.provider.Charge;
import io.frontdesk.payment.provider.Lookup;
import io.frontdesk.payment.provider.Movement;
import io.frontdesk.payment.stripestandin.StripeStandIn;
import io.frontdesk.payment.stripewire.StripeCalls;
import io.frontdesk.payment.stripewire.StripeProperties;
import io.frontdesk.test.time.SettableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** Stripe's provider against an account of its own at the stand-in. */
abstract class StripeTest {
    static final Money TEN = Money.parse("EUR 10.00");
    static final Money SEVEN = Money.parse("EUR 7.00");
    static final Money THREE = Money.parse("EUR 3.00");
    static final String GOOD = "pm_card_visa";

    final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T10:15:30Z"));
    final StripeStandIn stripe = new StripeStandIn(clock);
    final StripeProvider provider = provider(stripe, clock);
    final Account account = account("sk_test_standin", false);

    static StripeProvider provider(StripeStandIn stripe, Clock clock) {
        return provider(stripe, clock, Duration.ofSeconds(60));
    }

    static StripeProvider provider(StripeStandIn stripe, Clock clock, Duration readTimeout) {
        var properties =
                new StripeProperties(
                        stripe.url(), Duration.ofSeconds(20), readTimeout, Duration.ofMinutes(5));
        var calls = new StripeCalls(properties);
        var book = new StripeBook(calls);
        return new StripeProvider(
                calls,
                new StripeCharges(calls, clock),
                new StripeLookup(calls, book, clock),
                new StripePages(calls, clock),
                new StripeCustomers(calls),
                book,
                properties,
                clock);
    }

    static Account account(String key, boolean live) {
        return new Account(
                UUID.fromString("0190a1b2-0000-7000-8000-000000000001"),
                "stripe",
                live,
                key,
                null,
                List.of(StripeStandIn.SECRET),
                "Café <Anna>");
    }

    @AfterEach
    void keptToThePublishedApi() {
        stripe.close();
        assertThat(stripe.violations()).isEmpty();
    }

    Charge order(boolean manualCapture, String method) {
        return order(TEN, manualCapture, method);
    }

    Charge order(Money amount, boolean manualCapture, String method) {
        return new Charge(
                UUID.randomUUID().toString(),
                UUID.randomUUID(),
                amount,
                manualCapture,
                method,
                null,
                null,
                Map.of(),
                "https://shop.example/back");
    }

    List<Fact> charge(Charge order) {
        return provider.charge(account, order);
    }

    String charged(boolean manualCapture) {
        return charge(order(manualCapture, GOOD)).getFirst().providerReference();
    }

    List<Fact> found(@Nullable String reference) {
        var lookup = new Lookup(UUID.randomUUID(), reference, clock.instant());
        return provider.find(account, lookup).orElseThrow();
    }

    /** All that the webhooks tell since the last time. */
    List<Fact> told() {
        return stripe.webhooks().stream()
                .flatMap(webhook -> provider.read(account, webhook).facts().stream())
                .toList();
    }

    static Movement movement(String reference, Money amount) {
        return new Movement(UUID.randomUUID().toString(), reference, amount);
    }
}
