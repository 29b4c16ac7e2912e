package io.frontdesk.conversationalpayment;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.test.events.TestBroker;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PaymentEventsTest extends PaymentApp {
    private static final String ANNA = "{\"name\":\"Anna\",\"email\":\"anna@example.com\"}";
    private static final String TYPE = "io.frontdesk.payment.";

    private final String payment = UUID.randomUUID().toString();

    private String paying() {
        var quote = newQuote(ANNA);
        var method = ",\"paymentMethod\":\"pm_card_authenticationRequired\"";
        assertThat(confirm(quote, method).text("status")).isEqualTo("requires_action");
        return quote.text("id");
    }

    private void tell(String type, Map<String, Object> fact) {
        TestBroker.send(TYPE + type, tenant, payment, fact);
    }

    private void await(String quote, String status) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> quoteStatus(quote).equals(status));
    }

    private JsonNode receipts() {
        return get("/api/conversational-payments/receipts").json().get("items");
    }

    @Test
    void issuesOneReceiptAndCreditNotesWhateverTheOrder() {
        var quote = paying();
        tell("refunded", fact(payment, "refunded", "45.50", "45.50", quote));
        tell("captured", fact(payment, "captured", "45.50", "0.00", quote));
        tell("partially-refunded", fact(payment, "partially_refunded", "45.50", "10.00", quote));
        var id = UUID.randomUUID().toString();
        for (int i = 0; i < 3; i++) {
            TestBroker.send(
                    id,
                    TYPE + "captured",
                    tenant,
                    payment,
                    fact(payment, "captured", "45.50", "0.00", quote));
        }
        await(quote, "refunded");
        tell("requires-action", fact(payment, "requires_action", "0.00", "0.00", quote));
        var later = paying();
        var other = UUID.randomUUID().toString();
        TestBroker.send(
                TYPE + "captured", tenant, other, fact(other, "captured", "45.50", "0.00", later));
        await(later, "paid");

        var year = clock.instant().atZone(ZoneOffset.UTC).getYear();
        assertThat(quoteStatus(quote)).isEqualTo("refunded");
        var numbers = receipts().valueStream().map(each -> each.get("number").asString()).toList();
        assertThat(numbers)
                .filteredOn(number -> !number.startsWith("CN"))
                .containsExactly(year + "-000002", year + "-000001");
        // One or two credit notes, as the events came: together what was refunded.
        var credited =
                receipts()
                        .valueStream()
                        .filter(each -> each.get("kind").asString().equals("credit_note"))
                        .map(each -> new BigDecimal(each.at("/amount/amount").asString()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(credited).isEqualByComparingTo("45.50");
        var found = get("/api/admin/payments/payments?visitor=anna@example.com").json();
        assertThat(found.get("items")).hasSize(2);
        assertThat(found.at("/items/1/status").asString() + found.at("/items/0/status").asString())
                .contains("refunded", "captured");
    }

    @Test
    void printsAReceipt() {
        put("/api/admin/payments/business", "{\"name\":\"Salon Müller\"}").expect(200);
        var quote = paying();
        tell("captured", fact(payment, "captured", "45.50", "0.00", quote));
        await(quote, "paid");
        var receipt = receipts().get(0);
        assertThat(receipt.at("/content/businessName").asString()).isEqualTo("Salon Müller");
        assertThat(receipt.at("/content/buyer").asString()).isEqualTo("Anna");
        assertThat(receipt.at("/content/test").asBoolean()).isTrue();
        var path = "/api/conversational-payments/receipts/" + receipt.get("id").asString();
        get(path).expect(200);
        assertThat(get(path + ".pdf").expect(200).body()).startsWith("%PDF");
        send(as("visitor"), "GET", path, null).expect(403);
    }

    @Test
    void failsAQuoteByItsEventAndBelievesALaterCharge() {
        var quote = paying();
        tell("failed", fact(payment, "failed", "0.00", "0.00", quote));
        await(quote, "failed");
        tell("captured", fact(payment, "captured", "45.50", "0.00", quote));
        await(quote, "paid");
    }

    @Test
    void marksDisputes() {
        var quote = paying();
        tell("captured", fact(payment, "captured", "45.50", "0.00", quote));
        tell("disputed", fact(payment, "captured", "45.50", "0.00", quote));
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() ->
                        get("/api/admin/payments/overview").json().get("openDisputes").asInt()
                                == 1);
    }

    @Test
    void numbersReceiptsWithoutGapsUnderManyEventsAtOnce() throws Exception {
        var quotes = new ArrayList<String>();
        for (int i = 0; i < 20; i++) {
            quotes.add(paying());
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var quote : quotes) {
                threads.execute(() -> {
                    var id = UUID.randomUUID().toString();
                    TestBroker.send(
                            TYPE + "captured",
                            tenant,
                            id,
                            fact(id, "captured", "45.50", "0.00", quote));
                });
            }
        }
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> receipts().size() == 20);
        var year = clock.instant().atZone(ZoneOffset.UTC).getYear();
        var expected =
                IntStream.rangeClosed(1, 20).mapToObj(i -> "%d-%06d".formatted(year, i)).toList();
        assertThat(receipts().valueStream().map(each -> each.get("number").asString()))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void exportsWithoutFormulas() {
        var quote = newQuote("{\"name\":\"=HYPERLINK(1)\",\"email\":\"a@example.com\"}");
        var method = ",\"paymentMethod\":\"pm_card_authenticationRequired\"";
        confirm(quote, method).expect(200);
        tell("captured", fact(payment, "captured", "45.50", "0.00", quote.text("id")));
        await(quote.text("id"), "paid");
        var csv = get("/api/admin/payments/exports/payments.csv").expect(200).body();
        assertThat(csv.lines()).hasSize(2);
        assertThat(csv).contains("'=HYPERLINK(1)", ",45.50,45.50,0.00,EUR,sandbox,");
        get("/api/admin/payments/exports/payments.csv?from=2026-01-02&to=2026-01-01").expect(400);
        get("/api/admin/payments/overview?from=2020-01-01&to=2026-01-01").expect(400);
        send(as("visitor"), "GET", "/api/admin/payments/exports/payments.csv", null).expect(403);
    }
}
