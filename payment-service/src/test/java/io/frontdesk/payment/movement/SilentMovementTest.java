package io.frontdesk.payment.movement;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.payment.PaymentApp;
import org.junit.jupiter.api.Test;

/** The provider did it, or did not, and nobody knows for a while. */
class SilentMovementTest extends PaymentApp {

    @Test
    void reservesWhatNobodyKnowsAndFinishesIt() {
        var path = "/api/payments/" + reserved("10.00");
        goesWrong("{\"silent\":true,\"dropWebhooks\":true}");
        var unknown = post(path + "/capture", some("6.00"));
        assertThat(unknown.status()).as(unknown.body()).isEqualTo(200);
        assertThat(unknown.text("status")).isEqualTo("authorized");
        assertThat(unknown.json().get("pending").get(0).get("state").stringValue())
                .isEqualTo("unknown");
        assertThat(post(path + "/capture", some("6.00")).problem())
                .isEqualTo("amount-above-authorized");
        assertThat(post(path + "/cancellation", "").problem()).isEqualTo("movement-pending");
        goesWrong("{\"dropWebhooks\":true}");
        awaitPayment(id(path), found -> found.get("pending").isEmpty());
        assertThat(get(path).money("captured")).isEqualTo("6.00");
    }

    @Test
    void refundsOnceThoughItIsAskedForAgain() {
        var path = "/api/payments/" + paid("10.00");
        goesWrong("{\"silent\":true}");
        post(path + "/refunds", some("6.00"));
        var refunds = get(path + "/refunds").json().get("items");
        assertThat(refunds.get(0).get("status").stringValue()).isEqualTo("unknown");
        assertThat(post(path + "/refunds", some("6.00")).problem())
                .isEqualTo("amount-above-captured");
        goesWrong("{}");
        awaitPayment(id(path), found -> found.get("pending").isEmpty());
        assertThat(get(path).money("refunded")).isEqualTo("6.00");
        assertThat(get("/api/payments/ledger/balances").body()).contains("\"6.00\"");
    }

    @Test
    void endsAMovementThatABusyProviderDidNot() {
        var path = "/api/payments/" + paid("10.00");
        goesWrong("{\"busy\":true}");
        assertThat(post(path + "/refunds", some("6.00")).status()).isEqualTo(503);
        goesWrong("{}");
        assertThat(post(path + "/refunds", some("6.00")).money("refunded")).isEqualTo("6.00");
    }

    @Test
    void waitsForAProviderThatCannotBeReached() {
        var path = "/api/payments/" + paid("10.00");
        goesWrong("{\"unreachable\":true}");
        post(path + "/refunds", some("6.00"));
        assertThat(get(path).json().get("pending")).hasSize(1);
        goesWrong("{}");
        awaitPayment(id(path), found -> found.get("pending").isEmpty());
        assertThat(get(path).text("status")).isEqualTo("partially_refunded");
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
