package io.frontdesk.payment.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.payment.PaymentApp;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTest extends PaymentApp {

    @ParameterizedTest
    @CsvSource({
        "-1.00, EUR",
        "0.00, EUR",
        "1.005, EUR",
        "1.5, JPY",
        "1.2345, KWD",
        "1.00, XAU",
        "1.00, eur",
        "1.00, ABC",
        "1e3, EUR",
        "'1,50', EUR",
        "9999999999999999999999, EUR",
        "'', EUR",
    })
    void refusesAmountsThatAreNone(String value, String currency) {
        var answer =
                pay(
                        "{\"amount\":%s,\"paymentMethod\":\"pm_card_visa\"}"
                                .formatted(amount(value, currency)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("\"field\":\"amount\"");
        nothingHappened();
    }

    @Test
    void refusesAnAmountThatIsTooLarge() {
        assertThat(pay(order("1000000.01", "pm_card_visa")).problem())
                .isEqualTo("amount-out-of-range");
        nothingHappened();
    }

    @ParameterizedTest
    @CsvSource({"1500, JPY, -23", "12.345, KWD, -0.185", "1000000.00, EUR, -15000.25"})
    void takesEveryCurrencyWithItsOwnDecimals(String value, String currency, String fee) {
        var answer =
                pay(
                        "{\"amount\":%s,\"paymentMethod\":\"pm_card_visa\"}"
                                .formatted(amount(value, currency)));
        assertThat(answer.money("captured")).isEqualTo(value);
        assertThat(get("/api/payments/ledger/entries?account=provider_balance").body())
                .contains("\"" + fee + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"paymentMethod\":\"pm_card_visa\"}",
                "{\"amount\":{\"amount\":\"1.00\",\"currency\":\"EUR\"}}",
                "{\"amount\":{\"amount\":1.00,\"currency\":\"EUR\"},\"paymentMethod\":\"x\"}",
                "{\"amount\":{\"amount\":\"1.00\",\"currency\":\"EUR\"},\"paymentMethod\":\"x\","
                        + "\"capture\":\"later\"}",
                "{\"amount\":{\"amount\":\"1.00\",\"currency\":\"EUR\"},\"paymentMethod\":\"x\","
                        + "\"returnUrl\":\"javascript:alert(1)\"}",
                "[]",
                "",
            })
    void refusesBodiesThatSayTooLittle(String body) {
        assertThat(pay(body).status()).isEqualTo(400);
        nothingHappened();
    }

    @Test
    void boundsMetadata() {
        var many = new StringBuilder();
        for (var i = 0; i < 21; i++) {
            many.append(i == 0 ? "" : ",").append("\"k").append(i).append("\":\"v\"");
        }
        assertThat(pay(withMetadata(many.toString())).status()).isEqualTo(400);
        assertThat(pay(withMetadata("\"k\":\"" + "v".repeat(501) + "\"")).status()).isEqualTo(400);
        assertThat(pay(withMetadata("\"" + "k".repeat(41) + "\":\"v\"")).status()).isEqualTo(400);
        assertThat(pay(withMetadata("\"order\":\"A-1\"")).status()).isEqualTo(201);
    }

    @Test
    void refusesMethodsAndProvidersThatAreNotThere() {
        assertThat(pay(order("1.00", "pm_card_unheard_of")).problem())
                .isEqualTo("provider-refused");
        var key = UUID.randomUUID().toString();
        var body = order("1.00", "pm_card_unheard_of");
        var first = post("/api/payments", body, key);
        assertThat(post("/api/payments", body, key).status()).isEqualTo(first.status());
        var elsewhere =
                order("1.00", "x").replace("{\"amount\":{", "{\"provider\":\"gold\",\"amount\":{");
        assertThat(pay(elsewhere).problem()).isEqualTo("provider-not-configured");
        assertThat(get("/api/payments/ledger/entries").json().get("items")).isEmpty();
    }

    @Test
    void needsAKeyToMoveMoney() {
        var id = paid("5.00");
        for (var path :
                new String[] {
                    "", "/" + id + "/capture", "/" + id + "/refunds", "/" + id + "/cancellation"
                }) {
            var answer = post("/api/payments" + path, "{}", null);
            assertThat(answer.status()).as(path).isEqualTo(400);
            assertThat(answer.problem()).isIn("idempotency-key-required", "invalid-input");
        }
    }

    @Test
    void refusesToMoveMoreThanThereIs() {
        var held = "/api/payments/" + reserved("10.00");
        assertThat(post(held + "/capture", some("10.01")).problem())
                .isEqualTo("amount-above-authorized");
        assertThat(post(held + "/capture", "{\"amount\":" + amount("1.00", "USD") + "}").problem())
                .isEqualTo("currency-mismatch");
        assertThat(post(held + "/refunds", "{}").problem()).isEqualTo("payment-not-captured");
        var taken = "/api/payments/" + paid("10.00");
        assertThat(post(taken + "/refunds", some("10.01")).problem())
                .isEqualTo("amount-above-captured");
        assertThat(post(taken + "/refunds", some("-1.00")).status()).isEqualTo(400);
        assertThat(post(taken + "/capture", "{}").problem()).isEqualTo("payment-not-authorized");
        assertThat(post(taken + "/cancellation", "").problem())
                .isEqualTo("payment-not-cancellable");
        assertThat(get(held).money("captured")).isEqualTo("0.00");
        assertThat(get(taken).money("refunded")).isEqualTo("0.00");
    }

    @Test
    void refusesTheSameKeyWithAnotherBody() {
        var key = UUID.randomUUID().toString();
        assertThat(post("/api/payments", order("1.00", "pm_card_visa"), key).status())
                .isEqualTo(201);
        assertThat(post("/api/payments", order("2.00", "pm_card_visa"), key).status())
                .isEqualTo(422);
    }

    @Test
    void knowsNoUnknownPayment() {
        var nowhere = "/api/payments/" + UUID.randomUUID();
        assertThat(get(nowhere).status()).isEqualTo(404);
        assertThat(post(nowhere + "/capture", "{}").status()).isEqualTo(404);
        assertThat(get("/api/payments?status=lost").status()).isEqualTo(400);
        assertThat(get("/api/payments?limit=201").status()).isEqualTo(400);
    }

    private void nothingHappened() {
        assertThat(get("/api/payments").json().get("items")).isEmpty();
    }

    private static String withMetadata(String entries) {
        var order = order("1.00", "pm_card_visa");
        return order.substring(0, order.length() - 1) + ",\"metadata\":{" + entries + "}}";
    }
}
