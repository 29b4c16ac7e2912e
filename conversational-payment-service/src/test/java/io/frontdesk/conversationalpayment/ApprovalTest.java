package io.frontdesk.conversationalpayment;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.test.identity.TestTokens;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class ApprovalTest extends PaymentApp {
    private static final String APPROVALS = "/api/admin/payments/approvals";

    private Answer waiting() {
        var quote = quote(newItem("Course", "product", "300.00"), 1, "{\"id\":\"v\"}");
        var path = "/api/conversational-payments/quotes/" + quote.text("id") + "/confirmations";
        var body =
                "{\"confirmationToken\":\"%s\",\"visitorId\":\"v\"%s}"
                        .formatted(quote.text("confirmationToken"), VISA);
        var answer = send(as("visitor"), "POST", path, body).expect(202);
        assertThat(answer.text("status")).isEqualTo("awaiting_approval");
        assertThat(FLEET.till.charges(quote.text("id"))).isZero();
        return answer;
    }

    private Answer decide(String role, Answer waiting, boolean approve) {
        return send(
                as(role),
                "POST",
                APPROVALS + "/" + waiting.text("approvalId") + "/decision",
                "{\"approve\":" + approve + ",\"reason\":\"known customer\"}");
    }

    @Test
    void paysOnceSomebodyConsents() {
        var waiting = waiting();
        assertThat(get(APPROVALS + "?status=open").json().get("items")).hasSize(1);
        assertThat(get("/api/admin/payments/overview").json().get("openApprovals").asInt())
                .isEqualTo(1);
        assertThat(decide("staff", waiting, true).expect(200).text("status")).isEqualTo("approved");
        assertThat(quoteStatus(waiting.text("quoteId"))).isEqualTo("paid");
        assertThat(FLEET.till.charges(waiting.text("quoteId"))).isEqualTo(1);
        assertThat(decide("owner", waiting, false).expect(409).text("type"))
                .endsWith("approval-decided");
        assertThat(audited("payment-approved")).singleElement().asString().contains("known");
    }

    @Test
    void paysNothingUnderAPolicyThatCannotBeReadOrForbidsItByNow() {
        var waiting = waiting();
        var policy =
                "{\"currency\":\"EUR\",\"freeAmounts\":true,\"refunds\":{\"days\":1,"
                        + "\"maxShare\":0,\"roles\":[]},\"perPayment\":{\"amount\":\"10\","
                        + "\"currency\":\"EUR\"}}";
        put("/api/admin/payments/policies", policy).expect(200);
        decide("staff", waiting, true).expect(422);
        asSchemaOwner("delete from spend_policy");
        decide("staff", waiting, true).expect(503);
        assertThat(quoteStatus(waiting.text("quoteId"))).isEqualTo("awaiting_approval");
        assertThat(FLEET.till.charges(waiting.text("quoteId"))).isZero();
    }

    @Test
    void chargesNothingWhenSomebodyRefuses() {
        var waiting = waiting();
        decide("owner", waiting, false).expect(200);
        assertThat(quoteStatus(waiting.text("quoteId"))).isEqualTo("rejected");
        decide("staff", waiting, true).expect(409);
        assertThat(FLEET.till.charges(waiting.text("quoteId"))).isZero();
    }

    @Test
    void insistsOnFourEyesAReasonAndARole() {
        var waiting = waiting();
        assertThat(decide("visitor", waiting, true).status()).isEqualTo(403);
        var path = APPROVALS + "/" + waiting.text("approvalId") + "/decision";
        post(path, "{\"approve\":true}").expect(400);
        post(path, "{\"approve\":true,\"reason\":\"  \"}").expect(400);
        post(path, "{\"reason\":\"because\"}").expect(400);
        var own =
                TestTokens.mint(
                        "visitor", tenant, List.of("staff", "visitor"), "payment-policies:write");
        send(own, "POST", path, "{\"approve\":true,\"reason\":\"because\"}").expect(403);
        assertThat(quoteStatus(waiting.text("quoteId"))).isEqualTo("awaiting_approval");
    }

    @Test
    void expiresWhenNobodyDecides() {
        var waiting = waiting();
        clock.advance(Duration.ofHours(25));
        decide("staff", waiting, true).expect(409);
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> quoteStatus(waiting.text("quoteId")).equals("expired"));
        assertThat(get(APPROVALS + "?status=expired").json().get("items")).hasSize(1);
        assertThat(FLEET.till.charges(waiting.text("quoteId"))).isZero();
    }

    @Test
    void chargesOnceUnderManyDecisionsAtOnce() throws Exception {
        var waiting = waiting();
        var done = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                var approve = i % 2 == 0;
                threads.execute(() -> {
                    if (decide("staff", waiting, approve).status() == 200) {
                        done.incrementAndGet();
                    }
                });
            }
        }
        assertThat(done).hasValue(1);
        assertThat(FLEET.till.charges(waiting.text("quoteId"))).isLessThanOrEqualTo(1);
    }
}
