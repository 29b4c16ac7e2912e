package io.frontdesk.payment.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.payment.PaymentApp;
import io.frontdesk.payment.account.Accounts;
import io.frontdesk.payment.account.TenantAccount;
import io.frontdesk.payment.sandbox.SandboxNotices;
import io.frontdesk.starter.tenancy.Tenancy;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

class WebhookTest extends PaymentApp {
    private static final String PATH = "/api/payments/webhooks/sandbox";

    @Autowired private Accounts accounts;
    @Autowired private Tenancy tenancy;
    @Autowired private JdbcClient jdbc;
    @Autowired private TransactionTemplate transaction;
    @Autowired private MeterRegistry meters;

    @Test
    void booksWhatItTellsOnceHoweverOftenItComes() {
        var id = id(pay(order("10.00", "pm_sandbox_unreachable")));
        var body = captured(id, "ca_1");
        for (var i = 0; i < 3; i++) {
            assertThat(deliver(body, now())).isEqualTo(200);
        }
        awaitPayment(id, found -> found.get("status").stringValue().equals("captured"));
        assertThat(webhooks()).hasSize(1);
        var webhook = webhooks().get(0);
        assertThat(webhook.get("status").stringValue()).isEqualTo("processed");
        var replay = PATH.replace("sandbox", webhook.get("id").stringValue()) + "/replay";
        assertThat(post(replay, "").text("status")).isEqualTo("received");
        awaitPayment(id, found -> status(0).equals("processed"));
        assertThat(get("/api/payments/ledger/entries?account=revenue").json().get("items"))
                .hasSize(1);
    }

    @Test
    void waitsForAPaymentThatItOvertook() {
        var unborn = UUID.randomUUID().toString();
        deliver(captured(unborn, "ca_1"), now());
        Awaitility.await()
                .until(() -> {
                    clock.advance(Duration.ofSeconds(1));
                    return webhooks().get(0).get("attempts").asInt() > 2;
                });
        assertThat(status(0)).isEqualTo("received");
        clock.advance(Duration.ofHours(2));
        Awaitility.await()
                .until(() -> {
                    clock.advance(Duration.ofMinutes(5));
                    return status(0).equals("ignored");
                });
        assertThat(webhooks().get(0).get("reason").stringValue()).contains("no such payment");
    }

    @Test
    void keepsMessagesOfAnUnknownTypeAndIgnoresThem() {
        assertThat(deliver("{\"id\":\"evt_1\",\"type\":\"payout.paid\"}", now())).isEqualTo(200);
        assertThat(status(0)).isEqualTo("ignored");
    }

    @Test
    void leavesPaymentsOfOtherTenantsAlone() {
        var victim = tenancy.as(UUID.randomUUID(), () -> accounts.active("sandbox")).tenant();
        var theirs =
                id(
                        send(
                                token(victim, "owner"),
                                "POST",
                                "/api/payments",
                                order("10.00", "pm_sandbox_unreachable"),
                                "k"));
        deliver(captured(theirs, "ca_1"), now());
        Awaitility.await()
                .until(() -> {
                    clock.advance(Duration.ofSeconds(1));
                    return webhooks().get(0).get("attempts").asInt() > 0;
                });
        var found = send(token(victim, "owner"), "GET", "/api/payments/" + theirs, null, null);
        assertThat(found.text("status")).isEqualTo("unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "t=1,v1=00", "t=99999999999,v1="})
    void refusesAnythingThatIsNotSigned(String signature) {
        var headers = Map.of(SandboxNotices.HEADER, signature + "0".repeat(64));
        refused(send(request("", captured(UUID.randomUUID().toString(), "c"), headers)));
        refused(send(request("", "{}", Map.of())));
        refused(
                send(
                        request(
                                "?account=" + account().id(),
                                "{}",
                                SandboxNotices.sign("{}", "whsec_of_somebody", now()))));
    }

    @Test
    void refusesWhatWasSignedTooLongAgoOrChanged() {
        var body = captured(UUID.randomUUID().toString(), "ca");
        assertThat(deliver(body, now().minus(Duration.ofMinutes(6)))).isEqualTo(400);
        var headers = SandboxNotices.sign(body, secret(), now());
        refused(send(request("", body.replace("10.00", "1.00"), headers)));
        assertThat(webhooks()).isEmpty();
    }

    @Test
    void findsItsAccountAmongSomeWhoseSecretsDoNotOpen() {
        var signed = secret();
        var stranger = UUID.randomUUID();
        tenancy.as(
                stranger,
                () -> {
                    accounts.active("sandbox");
                    transaction.executeWithoutResult(status ->
                            jdbc.sql("update provider_account set webhook_secrets = secret_key")
                                    .update());
                });
        var body = "{\"id\":\"evt_1\",\"type\":\"payout.paid\"}";
        assertThat(send(request("", body, SandboxNotices.sign(body, signed, now()))).status())
                .isEqualTo(200);
        assertThat(webhooks()).hasSize(1);
        assertThat(meters.counter("frontdesk.payment.accounts.unreadable").count()).isPositive();
    }

    @Test
    void reachesATenantThatHasLeftTheSandbox() {
        goesWrong("{\"delayWebhooks\":5}");
        paid("10.00");
        tenancy.as(tenant, () -> accounts.retire("sandbox"));
        Awaitility.await()
                .until(() -> {
                    clock.advance(Duration.ofSeconds(2));
                    return !webhooks().isEmpty() && allProcessed();
                });
    }

    @Test
    void refusesTenMegabytes() {
        var body = "x".repeat(10 << 20);
        var answer = send(request("", body, SandboxNotices.sign(body, secret(), now())));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(webhooks()).isEmpty();
    }

    @Test
    void survivesTheSandboxesWorstDays() {
        goesWrong("{\"duplicateWebhooks\":true,\"reorderWebhooks\":true,\"delayWebhooks\":5}");
        var held = reserved("10.00");
        post("/api/payments/" + held + "/capture", some("6.00"));
        post("/api/payments/" + held + "/refunds", some("2.00"));
        var unknown = id(pay(order("10.00", "pm_sandbox_timeout")));
        awaitPayment(unknown, found -> webhooks().size() >= 4 && allProcessed());
        assertThat(payment(unknown).text("status")).isEqualTo("captured");
        assertThat(payment(held).money("refunded")).isEqualTo("2.00");
        assertThat(get("/api/payments/ledger/balances").body()).contains("\"-16.00\"", "\"2.00\"");
    }

    private boolean allProcessed() {
        for (var each : webhooks()) {
            if (!each.get("status").stringValue().equals("processed")) {
                return false;
            }
        }
        return true;
    }

    private void refused(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("signature-rejected");
        assertThat(webhooks()).isEmpty();
    }

    private int deliver(String body, Instant at) {
        var headers = SandboxNotices.sign(body, secret(), at);
        return send(request("?account=" + account().id(), body, headers)).status();
    }

    private HttpRequest request(String query, String body, Map<String, String> headers) {
        var request =
                HttpRequest.newBuilder(address(PATH + query))
                        .POST(BodyPublishers.ofString(body))
                        .header("Content-Type", "application/json");
        headers.forEach(request::header);
        return request.build();
    }

    private String captured(String payment, String reference) {
        return """
        {"id":"%s","type":"charge.captured","paymentId":"%s","entries":[{"id":"%1$s",
        "charge":"sb_ch_x","kind":"captured","reference":"%s","key":null,
        "amount":{"amount":"10.00","currency":"EUR"},
        "fee":{"amount":"0.40","currency":"EUR"},"detail":null,"at":"%s"}]}
        """
                .formatted(UUID.randomUUID(), payment, reference, now());
    }

    private JsonNode webhooks() {
        return get("/api/payments/webhooks").json().get("items");
    }

    private String status(int number) {
        return webhooks().get(number).get("status").stringValue();
    }

    private TenantAccount account() {
        return tenancy.as(tenant, () -> accounts.active("sandbox"));
    }

    private String secret() {
        return account().account().webhookSecrets().getFirst();
    }

    private Instant now() {
        return clock.instant();
    }
}
