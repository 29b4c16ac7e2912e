package io.frontdesk.conversationalpayment;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.test.events.TestBroker;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class RefundTest extends PaymentApp {
    private final String payment = UUID.randomUUID().toString();

    private String path(String id) {
        return "/api/admin/payments/payments/" + id + "/refunds";
    }

    private void charged() {
        var quote = newQuote("{\"id\":\"v\"}");
        TestBroker.send(
                "io.frontdesk.payment.captured",
                tenant,
                payment,
                fact(payment, "captured", "45.50", "0.00", quote.text("id")));
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> get("/api/admin/payments/payments/" + payment).status() == 200);
    }

    private String refund(String amount) {
        return "{\"amount\":{\"amount\":\""
                + amount
                + "\",\"currency\":\"EUR\"},"
                + "\"reason\":\"was ill\"}";
    }

    @Test
    void givesBackNoMoreThanTheRulesAllowUnderManyCallsAtOnce() throws Exception {
        charged();
        put(
                        "/api/admin/payments/policies",
                        "{\"currency\":\"EUR\",\"freeAmounts\":true,\"refunds\":{\"days\":30,"
                                + "\"maxShare\":0.5,\"roles\":[\"owner\"]}}")
                .expect(200);
        var done = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                threads.execute(() -> {
                    if (post(path(payment), refund("10.00")).status() == 200) {
                        done.incrementAndGet();
                    }
                });
            }
        }
        assertThat(done).hasValue(2);
        assertThat(post(path(payment), refund("2.76")).expect(422).text("type"))
                .endsWith("refund-refused");
        post(path(payment), refund("2.75")).expect(200);
        send(as("staff"), "POST", path(payment), refund("1.00")).expect(422);
        assertThat(audited("refund-asked")).hasSize(3);
    }

    @Test
    void refusesWhatMakesNoSense() {
        charged();
        for (var amount : List.of("0", "-1", "1.005", "45.51", "99999999999999999999")) {
            assertThat(post(path(payment), refund(amount)).status()).as(amount).isIn(400, 422);
        }
        post(path(payment), "{\"reason\":\"\"}").expect(400);
        post(path(UUID.randomUUID().toString()), refund("1.00")).expect(404);
        send(as("visitor"), "POST", path(payment), refund("1.00")).expect(403);
        clock.advance(Duration.ofDays(31));
        assertThat(post(path(payment), refund("1.00")).expect(422).text("detail"))
                .contains("30 days");
    }

    @Test
    void repeatsNothingUnderTheSameKey() {
        charged();
        var before = FLEET.till.refunds.size();
        for (int i = 0; i < 3; i++) {
            send(as("owner"), "POST", path(payment), refund("5.00"), "same").expect(200);
        }
        assertThat(FLEET.till.refunds).hasSize(before + 1);
    }

    @Test
    void finishesARefundWhoseAnswerNeverCame() {
        charged();
        var before = FLEET.till.refunds.size();
        FLEET.refundsUnheard.set(true);
        post(path(payment), refund("5.00")).expect(503);
        FLEET.refundsUnheard.set(false);
        var calls = FLEET.refundCalls.get();
        clock.advance(Duration.ofSeconds(30));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> FLEET.refundCalls.get() == calls + 1);
        assertThat(FLEET.till.refunds).hasSize(before + 1);
        assertThat(post(path(payment), refund("40.51")).expect(422).text("detail"))
                .contains("40.50");
    }
}
