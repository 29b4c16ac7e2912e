package io.frontdesk.payment.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.payment.PaymentApp;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The database goes away at every commit of an operation in turn, once before and once after it
 * took place, the sandbox's own commits among them. Then it comes back, time goes on, and ledger,
 * provider and status must agree, whether the caller repeats its call or not.
 */
class CrashTest extends PaymentApp {
    private static final int MOST = 40;

    @AfterEach
    void mend() {
        database.mend();
    }

    @Test
    void chargesOnceWhateverDies() {
        var broken = 0;
        for (var commit = 0; commit < MOST; commit++) {
            for (var after : new boolean[] {false, true}) {
                var key = UUID.randomUUID().toString();
                var body = order("10.00", "pm_card_visa");
                var broke = breaking(commit, after, () -> post("/api/payments", body, key));
                broken += broke ? 1 : 0;
                if (broke && after == (commit % 2 == 0)) {
                    repeats("/api/payments", body, key);
                }
            }
        }
        assertThat(broken).isGreaterThanOrEqualTo(10);
        settled();
        agree();
    }

    @Test
    void capturesOnceWhateverDies() {
        moves("/capture", true);
    }

    @Test
    void refundsOnceWhateverDies() {
        moves("/refunds", false);
    }

    @Test
    void cancelsOnceWhateverDies() {
        moves("/cancellation", true);
    }

    private void moves(String what, boolean reserve) {
        var broken = 0;
        for (var commit = 0; commit < MOST; commit++) {
            for (var after : new boolean[] {false, true}) {
                var id = reserve ? reserved("10.00") : paid("10.00");
                var key = UUID.randomUUID().toString();
                var path = "/api/payments/" + id + what;
                var body = what.equals("/cancellation") ? "" : some("4.00");
                var broke = breaking(commit, after, () -> post(path, body, key));
                broken += broke ? 1 : 0;
                if (broke && after == (commit % 2 == 0)) {
                    repeats(path, body, key);
                }
                if (!broke) {
                    commit = MOST;
                    break;
                }
            }
        }
        assertThat(broken).isGreaterThanOrEqualTo(8);
        settled();
        agree();
    }

    private boolean breaking(int commit, boolean after, Runnable call) {
        database.breakAt(commit, after);
        call.run();
        return database.mend();
    }

    /** As the first call died with its process, its key is free again after the lease. */
    private void repeats(String path, String body, String key) {
        clock.advance(Duration.ofMinutes(3));
        assertThat(post(path, body, key).status()).isIn(200, 201);
    }

    private void settled() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    clock.advance(Duration.ofMinutes(2));
                    for (var each : items("/api/payments?limit=200")) {
                        var id = each.get("id").stringValue();
                        if (each.get("status").stringValue().equals("unknown")
                                || !payment(id).json().get("pending").isEmpty()) {
                            return false;
                        }
                    }
                    return true;
                });
    }

    private void agree() {
        var from = clock.instant().minus(Duration.ofDays(10));
        var period =
                "{\"from\":\"%s\",\"to\":\"%s\"}"
                        .formatted(from, clock.instant().plus(Duration.ofDays(1)));
        var report = post("/api/payments/reconciliations", period);
        assertThat(report.status()).as(report.body()).isEqualTo(201);
        assertThat(report.json().get("differences")).as(report.body()).isEmpty();
        for (var each : items("/api/payments?limit=200")) {
            var captured = each.get("captured").get("amount").stringValue();
            assertThat(captured).as(each.toString()).isIn("0.00", "4.00", "10.00");
            assertThat(each.get("refunded").get("amount").stringValue()).isIn("0.00", "4.00");
        }
    }

    private JsonNode items(String path) {
        return get(path).json().get("items");
    }
}
