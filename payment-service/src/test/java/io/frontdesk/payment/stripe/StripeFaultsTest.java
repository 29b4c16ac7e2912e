package io.frontdesk.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.frontdesk.payment.provider.Charge;
import io.frontdesk.payment.provider.Lookup;
import io.frontdesk.payment.provider.Movement;
import io.frontdesk.payment.provider.Told;
import io.frontdesk.payment.refusal.ProviderBusy;
import io.frontdesk.payment.refusal.ProviderRefused;
import io.frontdesk.payment.refusal.ProviderSilent;
import io.frontdesk.payment.stripestandin.Fault;
import io.frontdesk.payment.stripestandin.StripeStandIn;
import io.frontdesk.test.time.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When Stripe does not answer, answers late, or says no. */
class StripeFaultsTest extends StripeTest {
    @ParameterizedTest
    @EnumSource(names = {"CUT", "DROPPED", "MUTE", "GARBAGE", "BROKEN_AFTER"})
    void findsWhatWasDoneWithoutAnAnswer(Fault fault) {
        var order = order(false, GOOD);
        stripe.next(fault);
        var patience = Duration.ofSeconds(fault == Fault.MUTE ? 2 : 60);
        var hasty = StripeTest.provider(stripe, clock, patience);
        assertThatThrownBy(() -> hasty.charge(account, order))
                .isInstanceOf(ProviderSilent.class)
                .hasMessageNotContaining("sk_test")
                .hasNoCause();
        await().until(() -> stripe.count("payment_intent") == 1);
        var facts = provider.find(account, lookup(order)).orElseThrow();
        assertThat(Told.captured(facts)).isEqualTo(TEN);
        assertThat(Told.of(charge(order))).isEqualTo(Told.of(facts));
        assertThat(stripe.count("payment_intent")).isOne();
    }

    @Test
    void isSilentAboutWhatWasNotDoneToo() {
        var order = order(false, GOOD);
        stripe.next(Fault.BROKEN_BEFORE);
        assertThatThrownBy(() -> charge(order)).isInstanceOf(ProviderSilent.class);
        assertThat(provider.find(account, lookup(order))).isEmpty();
        assertThat(Told.captured(charge(order))).isEqualTo(TEN);
    }

    @Test
    void sendsARequestOnceThoughTheConnectionWasKept() {
        charged(false);
        stripe.next(Fault.DROPPED);
        stripe.next(Fault.CROWDED);
        assertThatThrownBy(() -> charge(order(false, GOOD))).isInstanceOf(ProviderSilent.class);
        assertThat(stripe.requests()).hasSize(2);
    }

    @Test
    void isBusyWhereStripeDidNothing() {
        stripe.next(Fault.CROWDED);
        assertThatThrownBy(() -> charge(order(false, GOOD))).isInstanceOf(ProviderBusy.class);
        assertThat(stripe.requests()).hasSize(1);
        assertThat(stripe.count("payment_intent")).isZero();
    }

    @Test
    void isSilentWhileAnotherRequestWithTheKeyIsAtWork() {
        stripe.next(Fault.BUSY_KEY);
        assertThatThrownBy(() -> charge(order(false, GOOD))).isInstanceOf(ProviderSilent.class);
    }

    @Test
    void refundsAndCapturesOnceUnderTheirKey() {
        var payment = charged(true);
        var capture = movement(payment, SEVEN);
        stripe.next(Fault.CUT);
        assertThatThrownBy(() -> provider.capture(account, capture, true))
                .isInstanceOf(ProviderSilent.class);
        var answer = provider.capture(account, capture, true);
        assertThat(Told.of(answer)).isEqualTo(Told.of(found(payment)));
        var refund = movement(payment, THREE);
        stripe.next(Fault.BROKEN_AFTER);
        assertThatThrownBy(() -> provider.refund(account, refund, null))
                .isInstanceOf(ProviderSilent.class);
        assertThat(Told.refunded(provider.refund(account, refund, null))).isEqualTo(THREE);
        assertThat(Told.refunded(found(payment))).isEqualTo(THREE);
    }

    @Test
    void refusesAnotherRequestUnderAUsedKey() {
        var order = order(false, GOOD);
        charge(order);
        var other =
                new Charge(
                        order.key(),
                        order.paymentId(),
                        SEVEN,
                        false,
                        GOOD,
                        null,
                        null,
                        Map.of(),
                        null);
        assertThatThrownBy(() -> charge(other))
                .isInstanceOf(ProviderRefused.class)
                .hasMessageContaining("idempotent");
        assertThat(stripe.count("payment_intent")).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sk_test_wrong", "rk_test_wrong"})
    void saysThatAKeyIsWrongAndNotTheKey(String key) {
        assertThatThrownBy(() -> provider.check(account(key, false)))
                .isInstanceOf(ProviderRefused.class)
                .hasMessageContaining("Invalid API Key")
                .hasMessageNotContaining("wrong")
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pk_test_standin", "sk_live_standin", "rk_live_standin", "", "hunter2"})
    void stopsAKeyOfTheWrongKindBeforeItIsSent(String key) {
        assertThatThrownBy(() -> provider.charge(account(key, false), order(false, GOOD)))
                .isInstanceOf(ProviderRefused.class)
                .hasMessageNotContaining("standin")
                .hasMessageNotContaining("hunter2");
        assertThat(stripe.requests()).isEmpty();
    }

    @Test
    void checksBothModesAndRestrictedKeys() {
        var test = provider.check(account);
        assertThat(test.live()).isFalse();
        assertThat(test.accountReference()).isEqualTo("acct_standin");
        assertThat(test.currencies()).containsExactly("EUR");
        assertThat(provider.check(account("sk_live_standin", true)).live()).isTrue();
        var restricted = provider.check(account("rk_test_standin", false));
        assertThat(restricted.accountReference()).isNull();
    }

    @Test
    void isBusyWhereNobodyListens() {
        stripe.close();
        assertThatThrownBy(() -> charge(order(false, GOOD))).isInstanceOf(ProviderBusy.class);
        assertThatThrownBy(() -> provider.check(account)).isInstanceOf(ProviderBusy.class);
    }

    @Test
    void isSilentWhenInterrupted() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> charge(order(false, GOOD))).isInstanceOf(ProviderSilent.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void capturesOnceThoughStripeForgotTheKey() {
        var payment = charged(true);
        var capture = movement(payment, THREE);
        var answer = provider.capture(account, capture, false);
        stripe.forgetKeys();
        assertThat(Told.of(provider.capture(account, capture, false))).isEqualTo(Told.of(answer));
        assertThat(Told.captured(found(payment))).isEqualTo(THREE);
    }

    @Test
    void capturesAllWhereOneCaptureOnlyIsAllowed() {
        stripe.allowOneCapture();
        var payment = charged(true);
        assertThatThrownBy(() -> provider.capture(account, movement(payment, THREE), false))
                .isInstanceOf(ProviderRefused.class)
                .hasMessageContaining("final_capture");
        var facts = provider.capture(account, movement(payment, TEN), false);
        assertThat(Told.captured(facts)).isEqualTo(TEN);
    }

    @Test
    void refusesUnknownReferences() {
        var unknown = new Movement("key", "pi_unknown", TEN);
        assertThatThrownBy(() -> provider.capture(account, unknown, true))
                .isInstanceOf(ProviderRefused.class)
                .hasMessageContaining("No such payment_intent");
        assertThatThrownBy(() -> provider.cancel(account, "pi_unknown", "key-2"))
                .isInstanceOf(ProviderRefused.class);
        assertThatThrownBy(() -> provider.accept(account, "dp_unknown", "key-3"))
                .isInstanceOf(ProviderRefused.class);
    }

    @Test
    void keepsTenantsApart() {
        try (var others = new StripeStandIn(new SettableClock(clock.instant()))) {
            var order = order(false, GOOD);
            StripeTest.provider(others, clock).charge(account, order);
            assertThat(provider.find(account, lookup(order))).isEmpty();
        }
    }

    @Test
    void chargesOnceForTwoCallsAtOnce() throws Exception {
        var order = order(false, GOOD);
        Runnable call =
                () -> {
                    try {
                        charge(order);
                    } catch (ProviderSilent otherIsAtWork) {
                        assertThat(otherIsAtWork).hasMessageContaining("409");
                    }
                };
        var threads = List.of(Thread.ofVirtual().start(call), Thread.ofVirtual().start(call));
        for (var thread : threads) {
            thread.join(Duration.ofSeconds(10));
        }
        assertThat(stripe.count("charge")).isOne();
    }

    private Lookup lookup(Charge order) {
        return new Lookup(order.paymentId(), null, clock.instant());
    }
}
