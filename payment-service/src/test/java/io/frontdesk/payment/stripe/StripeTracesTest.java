package io.frontdesk.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.payment.fact.Fact;
import io.frontdesk.payment.provider.Account;
import io.frontdesk.payment.provider.BalancePage;
import io.frontdesk.payment.provider.Charge;
import io.frontdesk.payment.provider.Lookup;
import io.frontdesk.payment.provider.Told;
import io.frontdesk.payment.refusal.ProviderRefused;
import io.frontdesk.payment.stripestandin.StripeStandIn;
import io.frontdesk.test.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Whatever happens to a payment, by us or at Stripe, all sources tell it alike at every step. */
class StripeTracesTest {
    private static final Instant START = Instant.parse("2026-11-22T10:15:30Z");
    private static final Account ACCOUNT = StripeTest.account("sk_test_standin", false);

    /** What may be tried next, by us or by somebody at Stripe. */
    enum Step {
        CAPTURE,
        CAPTURE_LAST,
        CAPTURE_BY_HAND,
        CANCEL,
        RUN_OUT,
        REFUND,
        FAIL_REFUND,
        DISPUTE,
        WIN,
        LOSE
    }

    /** A payment of EUR 10.00 on its way. */
    private static final class Trace implements AutoCloseable {
        private final SettableClock clock = new SettableClock(START);
        private final StripeStandIn stripe = new StripeStandIn(clock);
        private final StripeProvider provider = StripeTest.provider(stripe, clock);
        private final List<Fact> webhooks = new ArrayList<>();
        private final String payment;

        Trace(boolean manualCapture) {
            var order =
                    new Charge(
                            "key",
                            UUID.randomUUID(),
                            Money.parse("EUR 10.00"),
                            manualCapture,
                            StripeTest.GOOD,
                            null,
                            null,
                            Map.of(),
                            null);
            payment = provider.charge(ACCOUNT, order).getFirst().providerReference();
        }

        void tryTo(Step step, int cents) {
            clock.advance(Duration.ofMinutes(1));
            try {
                take(step, cents);
            } catch (ProviderRefused refused) {
                assertThat(refused).hasMessageStartingWith("Stripe: ");
            }
        }

        private void take(Step step, int cents) {
            var movement = StripeTest.movement(payment, Money.ofMinor(CurrencyUnit.EUR, cents));
            switch (step) {
                case CAPTURE -> provider.capture(ACCOUNT, movement, false);
                case CAPTURE_LAST -> provider.capture(ACCOUNT, movement, true);
                case CANCEL -> provider.cancel(ACCOUNT, payment, movement.key());
                case REFUND -> provider.refund(ACCOUNT, movement, null);
                default -> elsewhere(step, cents);
            }
        }

        private void elsewhere(Step step, int cents) {
            var status = stripe.object(payment).path("status").asText();
            var left = stripe.object(payment).path("amount_capturable").asInt();
            switch (step) {
                case CAPTURE_BY_HAND ->
                        onlyIf(cents <= left, () -> stripe.captureByHand(payment, cents));
                case RUN_OUT -> onlyIf(left > 0, () -> stripe.expireAuthorization(payment));
                case DISPUTE ->
                        onlyIf(
                                status.equals("succeeded")
                                        && facts(Fact.DisputeOpened.class).isEmpty(),
                                () -> stripe.dispute(payment, "needs_response"));
                case FAIL_REFUND ->
                        facts(Fact.Refunded.class).stream()
                                .filter(refund -> !failed(refund.refundReference()))
                                .findFirst()
                                .ifPresent(refund -> stripe.failRefund(refund.refundReference()));
                default ->
                        facts(Fact.DisputeOpened.class).stream()
                                .filter(dispute -> facts(Fact.DisputeClosed.class).isEmpty())
                                .forEach(dispute -> decide(dispute, step));
            }
        }

        private static void onlyIf(boolean possible, Runnable happens) {
            if (possible) {
                happens.run();
            }
        }

        private void decide(Fact.DisputeOpened dispute, Step step) {
            stripe.decideDispute(dispute.disputeReference(), step == Step.WIN ? "won" : "lost");
        }

        private boolean failed(String refund) {
            return facts(Fact.RefundFailed.class).stream()
                    .anyMatch(failed -> failed.refundReference().equals(refund));
        }

        private <T> List<T> facts(Class<T> kind) {
            return found().stream().filter(kind::isInstance).map(kind::cast).toList();
        }

        private List<Fact> found() {
            var lookup = new Lookup(UUID.randomUUID(), payment, START);
            return provider.find(ACCOUNT, lookup).orElseThrow();
        }

        void assertAllAgree() {
            stripe.webhooks()
                    .forEach(webhook -> webhooks.addAll(provider.read(ACCOUNT, webhook).facts()));
            var found = found();
            assertThat(Told.of(webhooks)).isEqualTo(Told.of(found));
            var lines = provider.balance(ACCOUNT, START, START.plus(Duration.ofHours(1)), null);
            assertThat(lines.lines())
                    .extracting(BalancePage.Line::factIdentity)
                    .filteredOn(identity -> identity != null)
                    .doesNotHaveDuplicates()
                    .allMatch(identity -> Told.of(found).containsKey(identity));
            assertThat(stripe.violations()).isEmpty();
        }

        @Override
        public void close() {
            stripe.close();
        }
    }

    @Property(tries = 80, shrinking = ShrinkingMode.BOUNDED)
    void agreesAtEveryStep(
            @ForAll boolean manualCapture,
            @ForAll @Size(min = 1, max = 7) List<Step> steps,
            @ForAll @Size(value = 7) List<@IntRange(min = 100, max = 700) Integer> cents) {
        try (var trace = new Trace(manualCapture)) {
            for (var i = 0; i < steps.size(); i++) {
                trace.tryTo(steps.get(i), cents.get(i));
                trace.assertAllAgree();
            }
        }
    }
}
