package io.frontdesk.admincustomerrag.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.admincustomerrag.AdminApp;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UsageTest extends AdminApp {
    private static final String NEAR = "io.frontdesk.customer-rag.quota-near";

    @Test
    void setsUsageAgainstQuotas() {
        documents(4);
        FLEET.spend.put(
                tenant,
                Map.of("month", "2026-11", "spent", "4.10", "reserved", 0.401, "currency", "EUR"));
        quotas(
                "\"documents\":5,\"chunks\":4,\"questionsPerMonth\":100,"
                        + "\"spendPerMonth\":{\"amount\":\"9.00\",\"currency\":\"EUR\"}");
        var usage = get(rag + "/usage");
        assertThat(usage.status()).as(usage.body()).isEqualTo(200);
        assertThat(part(usage, "documents")).isEqualTo("4/5 0.8 near");
        assertThat(part(usage, "chunks")).isEqualTo("4/4 1.0 exceeded");
        assertThat(part(usage, "questions")).isEqualTo("7/100 0.07 ok");
        assertThat(usage.json().at("/money/used/amount").stringValue()).isEqualTo("4.51");
        assertThat(usage.json().at("/money/status").stringValue()).isEqualTo("ok");
        assertThat(usage.json().get("unavailable")).isEmpty();
    }

    @Test
    void knowsNoShareWithoutAQuotaAndNoRestOfNothing() {
        quotas("\"documents\":0");
        var usage = get(rag + "/usage");
        assertThat(part(usage, "documents")).isEqualTo("0/0 1.0 exceeded");
        assertThat(part(usage, "chunks")).isEqualTo("0/null null ok");
    }

    @Test
    void doesNotCompareCurrencies() {
        FLEET.spend.put(tenant, Map.of("spent", "5", "currency", "USD"));
        quotas("\"spendPerMonth\":{\"amount\":\"1.00\",\"currency\":\"EUR\"}");
        var money = get(rag + "/usage").json().get("money");
        assertThat(money.get("status").stringValue()).isEqualTo("unavailable");
        assertThat(money.at("/used/currency").stringValue()).isEqualTo("USD");
    }

    @Test
    void saysWhichPartIsUnavailable() {
        FLEET.down.add("GET /core");
        var usage = get(rag + "/usage");
        assertThat(usage.status()).isEqualTo(200);
        assertThat(usage.json().get("unavailable").toString()).isEqualTo("[\"rag-core-service\"]");
        assertThat(usage.json().at("/money/status").stringValue()).isEqualTo("unavailable");
        assertThat(usage.json().at("/documents/status").stringValue()).isEqualTo("ok");
        assertThat(get(rag + "/usage/history").json().get("items")).isEmpty();
    }

    @Test
    void warnsOncePerKindAndThreshold() {
        documents(4);
        quotas("\"documents\":5");
        get(rag + "/usage");
        get(rag + "/usage");
        assertThat(warnings()).containsExactly("documents 80");
        documents(1);
        get(rag + "/usage");
        get(rag + "/usage");
        assertThat(warnings()).containsExactly("documents 80", "documents 100");
    }

    @Test
    void tellsOnlyTheHigherOfTwoThresholdsReachedAtOnce() {
        documents(6);
        quotas("\"documents\":5");
        get(rag + "/usage");
        get(rag + "/usage");
        assertThat(warnings()).containsExactly("documents 100");
    }

    @Test
    void keepsOneMeasurementADay() {
        get(rag + "/usage");
        documents(2);
        get(rag + "/usage");
        var history = get(rag + "/usage/history").json().get("items");
        assertThat(history).hasSize(1);
        assertThat(history.at("/0/usage/documents/used").intValue()).isEqualTo(2);
        assertThat(get(rag + "/usage/history?from=2020-01-01&to=2020-02-01").json().get("items"))
                .isEmpty();
        assertThat(get(rag + "/usage/history?from=soon").status()).isEqualTo(400);
    }

    private void documents(int count) {
        for (int i = 0; i < count; i++) {
            FLEET.shelves.of(tenant).addDocument(tenant, "text " + i);
        }
    }

    private void quotas(String quotas) {
        var answer = put(rag + "/configuration", "{\"quotas\":{" + quotas + "}}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private List<String> warnings() {
        return events.published(NEAR).stream()
                .filter(event -> tenant.equals(event.tenant()))
                .map(event ->
                        event.data().get("kind").stringValue()
                                + " "
                                + event.data().get("percent").intValue())
                .toList();
    }

    private static String part(Answer usage, String kind) {
        var part = usage.json().get(kind);
        return "%s/%s %s %s"
                .formatted(
                        part.get("used"),
                        part.get("allowed"),
                        part.get("share"),
                        part.get("status").stringValue());
    }
}
