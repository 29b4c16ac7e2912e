package io.frontdesk.e2e.payments;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.e2e.fleet.Caller;
import io.frontdesk.e2e.fleet.Fleet;
import io.frontdesk.e2e.fleet.FleetTest;
import io.frontdesk.e2e.fleet.Tenants;
import io.frontdesk.e2e.fleet.Tenants.Tenant;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Money that moves in the sandbox, and money that must not. */
@FleetTest
@TestInstance(Lifecycle.PER_CLASS)
class PaymentTest {
    private Tenants tenants;
    private Tenant tenant;
    private Caller anyone;
    private Till till;

    @BeforeAll
    void open(Fleet fleet) {
        tenants = new Tenants(fleet);
        tenant = tenants.create("Till");
        till = new Till(tenant.owner());
        anyone = new Caller(fleet.gateway(), null);
    }

    @AfterAll
    void requireThatTheLedgerBalances() {
        assertThat(new Ledger(tenant.owner()).unbalanced()).isEmpty();
    }

    @Test
    void chargesRefundsAPartAndThenTheRest() {
        var payment = till.charge("12.50", "pm_card_visa", "automatic").expect(201);
        assertThat(payment.body().path("status").asString()).isEqualTo("captured");
        assertThat(payment.body().path("captured").path("amount").asString()).isEqualTo("12.50");

        till.refund(payment.id(), "2.50").expect(201);
        assertThat(till.payment(payment.id()).path("status").asString())
                .isEqualTo("partially_refunded");
        assertThat(till.refund(payment.id(), "10.01").status()).isIn(409, 422);
        till.refund(payment.id(), "10.00").expect(201);
        assertThat(till.payment(payment.id()).path("status").asString()).isEqualTo("refunded");
        assertThat(till.refund(payment.id(), "0.01").status()).isIn(409, 422);
    }

    @Test
    void reservesAndTakesLater() {
        var payment = till.charge("40.00", "pm_card_visa", "manual").expect(201);
        var path = "/api/payments/" + payment.id() + "/capture";
        assertThat(payment.body().path("status").asString()).isEqualTo("authorized");
        assertThat(till.refund(payment.id(), "1.00").status()).isIn(409, 422);
        assertThat(tenant.owner().post(path, Map.of("amount", Till.euros("40.01"))).status())
                .isIn(409, 422);

        tenant.owner().post(path, Map.of("amount", Till.euros("30.00"))).expect(200);

        assertThat(till.payment(payment.id()).path("captured").path("amount").asString())
                .isEqualTo("30.00");
    }

    @Test
    void declinesWithoutTakingAnything() {
        var payment = till.charge("9.00", "pm_card_chargeDeclined", "automatic").expect(201);
        assertThat(payment.body().path("status").asString()).isEqualTo("failed");
        assertThat(payment.body().path("failure").path("code").asString())
                .isEqualTo("card-declined");
        assertThat(payment.body().path("captured").path("amount").asString()).isEqualTo("0.00");
    }

    @Test
    void findsOutWhatTheProviderNeverAnswered() {
        var payment = till.charge("7.00", "pm_sandbox_timeout", "automatic").expect(201);
        assertThat(payment.body().path("status").asString()).isEqualTo("unknown");

        till.awaitStatus(payment.id(), "captured");
    }

    @Test
    void chargesOnceHoweverOftenItIsAsked() {
        var key = UUID.randomUUID().toString();
        var first = till.charge("5.00", "pm_card_visa", "automatic", key).expect(201);

        assertThat(till.charge("5.00", "pm_card_visa", "automatic", key).id())
                .isEqualTo(first.id());
        till.charge("6.00", "pm_card_visa", "automatic", key).expect(422);
        assertThat(tenant.owner().get("/api/payments?reference=order-" + key).body().path("items"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "-1.00, EUR",
        "0.00, EUR",
        "1.005, EUR",
        "10.5, JPY",
        "1.00, eur",
        "1.00, ABC",
        "99999999999999.00, EUR",
        "'1,00', EUR",
        "1e2, EUR"
    })
    void refusesAnAmountThatIsNone(String amount, String currency) {
        var answer =
                tenant.owner()
                        .post(
                                "/api/payments",
                                Map.of(
                                        "amount",
                                        Map.of("amount", amount, "currency", currency),
                                        "capture",
                                        "automatic",
                                        "paymentMethod",
                                        "pm_card_visa"));
        assertThat(answer.status()).as(answer.text()).isIn(400, 422);
    }

    @Test
    void wantsAKeyForWhateverMovesMoney() {
        var answer =
                tenant.owner()
                        .send(
                                tenant.owner()
                                        .request("/api/payments")
                                        .header("Content-Type", "application/json")
                                        .POST(BodyPublishers.ofString("{}")));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("idempotency-key");
    }

    @Test
    void letsStaffChargeButNotGiveBack() {
        var key = tenants.key(tenant.id(), "staff").body().path("key").asString();
        var staff = new Till(tenant.owner().with(key));
        var payment = staff.charge("3.00", "pm_card_visa", "automatic").expect(201);

        staff.refund(payment.id(), "3.00").expect(403);
        staff.caller().put("/api/payments/configuration", Map.of()).expect(403);
    }

    @Test
    void refusesAWebhookThatNobodySigned() {
        var answer =
                anyone.send(
                        anyone.request("/api/payments/webhooks/sandbox")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{\"type\":\"payment.captured\"}")));
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(anyone.get("/api/payments").status()).isEqualTo(401);
    }
}
