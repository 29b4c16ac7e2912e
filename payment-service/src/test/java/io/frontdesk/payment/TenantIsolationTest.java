package io.frontdesk.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every operation, asked by another tenant. */
class TenantIsolationTest extends PaymentApp {
    private final UUID stranger = UUID.randomUUID();

    @Test
    void answersAForeignTenantAsIfNothingWereThere() {
        var paid = paid("10.00");
        var held = reserved("10.00");
        var customer = id(post("/api/payments/customers", "{\"name\":\"Ada\"}"));
        var link =
                id(
                        post(
                                "/api/payments/links",
                                "{\"amount\":%s,\"description\":\"Deposit\"}"
                                        .formatted(amount("5.00", "EUR"))));
        var disputed = id(pay(order("9.00", "pm_sandbox_dispute")));
        awaitPayment(
                disputed,
                found -> !found.get("disputed").get("amount").stringValue().equals("0.00"));
        awaitPayment(disputed, found -> first("/api/payments/webhooks") != null);
        var dispute = first("/api/payments/disputes");
        var webhook = first("/api/payments/webhooks");
        var report = id(post("/api/payments/reconciliations", "{}"));
        var before = payment(paid).body();

        var hidden = new LinkedHashMap<String, @Nullable String>();
        hidden.put("/api/payments/" + paid, null);
        hidden.put("/api/payments/" + paid + "/refunds", null);
        hidden.put("POST /api/payments/" + paid + "/refunds", "{}");
        hidden.put("POST /api/payments/" + held + "/capture", "{}");
        hidden.put("POST /api/payments/" + held + "/cancellation", "");
        hidden.put("/api/payments/customers/" + customer, null);
        hidden.put("/api/payments/customers/" + customer + "/methods", null);
        hidden.put(
                "POST /api/payments/customers/" + customer + "/methods",
                "{\"paymentMethod\":\"pm_card_visa\"}");
        hidden.put("/api/payments/links/" + link, null);
        hidden.put("POST /api/payments/links/" + link + "/deactivation", "");
        hidden.put("POST /api/payments/disputes/" + dispute + "/evidence", "{\"text\":\"x\"}");
        hidden.put("POST /api/payments/disputes/" + dispute + "/acceptance", "");
        hidden.put("POST /api/payments/webhooks/" + webhook + "/replay", "");
        hidden.put("/api/payments/reconciliations/" + report, null);
        SoftAssertions.assertSoftly(softly ->
                hidden.forEach((call, body) ->
                        softly.assertThat(asStranger(call, body).status())
                                .as(call)
                                .isEqualTo(404)));
        assertThat(payment(paid).body()).isEqualTo(before);
    }

    @Test
    void listsNothingOfAnotherTenant() {
        paid("10.00");
        awaitPayment(paid("11.00"), found -> first("/api/payments/webhooks") != null);
        post("/api/payments/reconciliations", "{}");
        goesWrong("{\"latency\":1}");
        for (var list :
                List.of(
                        "",
                        "/ledger/entries",
                        "/ledger/balances",
                        "/webhooks",
                        "/disputes",
                        "/links",
                        "/customers",
                        "/reconciliations",
                        "/configuration/audit")) {
            assertThat(asStranger("/api/payments" + list, null).json().get("items"))
                    .as(list)
                    .isEmpty();
        }
        assertThat(asStranger("/api/payments/sandbox/faults", null).body())
                .contains("\"latency\":0");
    }

    @Test
    void keepsTheSameKeyOfTwoTenantsApart() {
        var key = "the-same-key";
        var body = order("10.00", "pm_card_visa");
        var mine = id(post("/api/payments", body, key));
        var theirs = send(token(stranger, "owner"), "POST", "/api/payments", body, key);
        assertThat(id(theirs)).isNotEqualTo(mine);
    }

    @Test
    void hasSecretsForEachTenant() {
        var mine = get("/api/payments/configuration").json().get("providers").get(0);
        var theirs = asStranger("/api/payments/configuration", null).json().get("providers").get(0);
        assertThat(theirs.get("id")).isNotEqualTo(mine.get("id"));
    }

    @Test
    void asksAnOperatorForATenant() {
        for (var path : List.of("", "/ledger/balances", "/configuration", "/webhooks")) {
            var answer = send(token(null, "operator"), "GET", "/api/payments" + path, null, null);
            assertThat(answer.problem()).as(path).isEqualTo("tenant-required");
        }
    }

    @Test
    void keepsStaffAwayFromKeysAndOthersFromInternals() {
        for (var call :
                Map.of(
                                "GET /api/payments/configuration",
                                "",
                                "PUT /api/payments/configuration",
                                "{}",
                                "GET /api/payments/webhooks",
                                "",
                                "PUT /api/payments/sandbox/faults",
                                "{}",
                                "PUT /payment/quotes/" + UUID.randomUUID(),
                                "{}")
                        .entrySet()) {
            var parts = call.getKey().split(" ", 2);
            var answer = send(token(tenant, "staff"), parts[0], parts[1], call.getValue(), null);
            assertThat(answer.status()).as(call.getKey()).isIn(400, 403);
        }
        var owner =
                send(
                        token(tenant, "owner"),
                        "DELETE",
                        "/payment/quotes/" + UUID.randomUUID(),
                        null,
                        null);
        assertThat(owner.status()).isEqualTo(403);
    }

    private @Nullable String first(String path) {
        var items = get(path).json().get("items");
        return items.isEmpty() ? null : items.get(0).get("id").stringValue();
    }

    private Answer asStranger(String call, @Nullable String body) {
        var post = call.startsWith("POST ");
        return send(
                token(stranger, "owner"),
                post ? "POST" : "GET",
                post ? call.substring(5) : call,
                body,
                post ? UUID.randomUUID().toString() : null);
    }
}
