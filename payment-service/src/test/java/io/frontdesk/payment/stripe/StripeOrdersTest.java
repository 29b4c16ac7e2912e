package io.frontdesk.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.payment.fact.Fact;
import io.frontdesk.payment.notice.Webhook;
import io.frontdesk.payment.provider.Told;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Webhooks in every order, some of them twice: the facts together are always the same. */
class StripeOrdersTest extends StripeTest {
    @Test
    void ofAPaymentCapturedInPartsAndRefunded() {
        var payment = charged(true);
        provider.capture(account, movement(payment, THREE), false);
        provider.capture(account, movement(payment, SEVEN), true);
        provider.refund(account, movement(payment, THREE), null);
        assertSameInEveryOrder(payment, 9, 6);
    }

    @Test
    void ofAPaymentThatAskedAndWasDisputed() {
        var payment =
                charge(order(false, "pm_card_threeDSecure2Required"))
                        .getFirst()
                        .providerReference();
        stripe.authenticate(payment, true);
        stripe.decideDispute(stripe.dispute(payment, "needs_response"), "won");
        assertSameInEveryOrder(payment, 8, 6);
    }

    @Test
    void ofAReservationThatWasGivenBack() {
        var payment = charged(true);
        provider.cancel(account, payment, "key");
        assertSameInEveryOrder(payment, 4, 4);
    }

    /** Goes through the orders of the last {@code moving} events, after those before them. */
    private void assertSameInEveryOrder(String payment, int events, int moving) {
        var webhooks = stripe.webhooks();
        assertThat(webhooks).hasSize(events);
        var expected = Told.of(found(payment));
        var first = new ArrayList<Fact>();
        webhooks.subList(0, events - moving).forEach(webhook -> first.addAll(read(webhook)));
        var seen = new int[1];
        permute(
                new ArrayList<>(webhooks.subList(events - moving, events)),
                0,
                order -> {
                    seen[0]++;
                    var all = new ArrayList<>(first);
                    order.forEach(webhook -> all.addAll(read(webhook)));
                    all.addAll(read(order.get(seen[0] % order.size())));
                    assertThat(essential(all)).isEqualTo(expected);
                });
        assertThat(seen[0]).isEqualTo(factorial(moving));
    }

    private static Map<String, String> essential(List<Fact> facts) {
        var told = Told.of(facts);
        told.remove("action-required");
        return told;
    }

    private List<Fact> read(Webhook webhook) {
        return provider.read(account, webhook).facts();
    }

    private static void permute(List<Webhook> order, int from, Consumer<List<Webhook>> use) {
        if (from == order.size()) {
            use.accept(order);
            return;
        }
        for (var i = from; i < order.size(); i++) {
            Collections.swap(order, from, i);
            permute(order, from + 1, use);
            Collections.swap(order, from, i);
        }
    }

    private static int factorial(int n) {
        return n < 2 ? 1 : n * factorial(n - 1);
    }
}
