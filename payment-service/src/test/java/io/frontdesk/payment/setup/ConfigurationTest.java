package io.frontdesk.payment.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.payment.PaymentApp;
import io.frontdesk.starter.tenancy.Tenancy;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class ConfigurationTest extends PaymentApp {
    private static final String PATH = "/api/payments/configuration";
    private static final String SECRET = "sk_sandbox_of_the_shop_9876";

    @Autowired private JdbcClient jdbc;
    @Autowired private Tenancy tenancy;
    @Autowired private TransactionTemplate transaction;

    @Test
    void lacksNothingToBegin() {
        var read = get(PATH);
        assertThat(read.text("defaultProvider")).isEqualTo("sandbox");
        assertThat(read.json().get("version").asInt()).isZero();
        assertThat(read.body()).contains("\"set\":true").doesNotContain("sk_sandbox_");
    }

    @Test
    void keepsSecretsToItself() {
        var saved = put(PATH, configuration(0, SECRET, "test"));
        assertThat(saved.status()).as(saved.body()).isEqualTo(200);
        assertThat(saved.body()).contains("\"last4\":\"9876\"").doesNotContain(SECRET);
        assertThat(get(PATH).body()).doesNotContain(SECRET, "whsec_new");
        assertThat(get(PATH + "/audit").body()).contains("ends 9876").doesNotContain(SECRET);
        var rows =
                tenancy.as(
                        tenant,
                        () ->
                                transaction.<String>execute(status ->
                                        jdbc.sql(
                                                        "select string_agg(a::text, ' ')"
                                                                + " from provider_account a")
                                                .query((row, number) -> row.getString(1))
                                                .single()));
        assertThat(rows).doesNotContain(SECRET, "whsec_new");
    }

    @Test
    void savesNothingThatItsProviderRefuses() {
        var refused = put(PATH, configuration(0, "sk_sandbox_invalid", "test"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("not one of the sandbox");
        var away = put(PATH, configuration(0, "sk_sandbox_unreachable", "test"));
        assertThat(away.status()).isEqualTo(503);
        var live = put(PATH, configuration(0, SECRET, "live"));
        assertThat(live.problem()).isEqualTo("configuration-invalid");
        assertThat(get(PATH).json().get("version").asInt()).isZero();
        assertThat(get(PATH + "/audit").json().get("items")).isEmpty();
    }

    @Test
    void noticesThatSomebodyElseSaved() {
        assertThat(put(PATH, configuration(0, SECRET, "test")).status()).isEqualTo(200);
        assertThat(put(PATH, configuration(0, SECRET, "test")).problem())
                .isEqualTo("configuration-changed");
        assertThat(put(PATH, configuration(1, SECRET, "test")).status()).isEqualTo(200);
    }

    @Test
    void holdsPaymentsToItsTerms() {
        put(PATH, configuration(0, SECRET, "test"));
        assertThat(pay(order("1.00", "pm_card_visa")).problem()).isEqualTo("amount-out-of-range");
        assertThat(pay(order("500.01", "pm_card_visa")).problem()).isEqualTo("amount-out-of-range");
        var dollars = order("10.00", "pm_card_visa").replace("EUR", "USD");
        assertThat(pay(dollars).problem()).isEqualTo("currency-not-accepted");
        assertThat(pay(order("10.00", "pm_card_visa")).text("status")).isEqualTo("authorized");
    }

    @Test
    void refusesPartsThatDoNotFit() {
        assertThat(
                        put(PATH, "{\"version\":0,\"defaultProvider\":\"gold\",\"providers\":[]}")
                                .status())
                .isEqualTo(422);
        assertThat(
                        put(
                                        PATH,
                                        "{\"version\":0,\"defaultProvider\":\"gold\",\"providers\":"
                                                + "[{\"provider\":\"gold\",\"mode\":\"test\","
                                                + "\"secretKey\":\"12345678\"}]}")
                                .problem())
                .isEqualTo("provider-unknown");
        var backwards = configuration(0, SECRET, "test").replace("500.00", "0.50");
        assertThat(put(PATH, backwards).status()).isEqualTo(400);
        var nowhere = configuration(0, SECRET, "test").replace("[\"EUR\"]", "[\"EUX\"]");
        assertThat(put(PATH, nowhere).status()).isEqualTo(422);
    }

    private static String configuration(int version, String secret, String mode) {
        return """
        {"version":%d,"defaultProvider":"sandbox","capture":"manual","currencies":["EUR"],
        "limits":[{"minimum":%s,"maximum":%s}],"providers":[{"provider":"sandbox",
        "mode":"%s","secretKey":"%s","webhookSecrets":["whsec_new","whsec_old"],
        "statementDescriptor":"SHOP EXAMPLE"}]}
        """
                .formatted(version, amount("2.00", "EUR"), amount("500.00", "EUR"), mode, secret);
    }
}
