package io.frontdesk.conversationalpayment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.frontdesk.test.contract.ContractReplay;
import io.frontdesk.test.events.TestBroker;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/**
 * What this service asks of others, and what its stand-ins answer, held against their documents.
 */
class ProviderContractTest extends PaymentApp {
    private static final WireMockServer PAYMENTS = between();
    private static final WireMockServer CALENDAR = between();
    private static final String ADMIN = "/api/admin/payments";

    /** Writes down all that goes through. */
    private static WireMockServer between() {
        var server = new WireMockServer(WireMockConfiguration.options().dynamicPort());
        server.start();
        server.stubFor(any(anyUrl()).willReturn(aResponse().proxiedFrom(FLEET.url())));
        return server;
    }

    @DynamicPropertySource
    static void eavesdropping(DynamicPropertyRegistry registry) {
        BETWEEN.put("payment-service", PAYMENTS.baseUrl());
        BETWEEN.put("calendar-integration-service", CALENDAR.baseUrl());
        registry.add("test.between", () -> "a context of its own");
    }

    @AfterAll
    static void stop() {
        BETWEEN.clear();
        PAYMENTS.stop();
        CALENDAR.stop();
    }

    @Test
    void asksPaymentServiceWhatItTakes() {
        var quote = newQuote("{\"name\":\"Anna\",\"email\":\"anna@example.com\"}");
        confirm(quote, VISA).expect(200);
        confirm(newQuote("{}"), ",\"paymentMethod\":\"pm_card_chargeDeclined\"").expect(200);
        confirm(newQuote("{}"), ",\"paymentMethod\":\"pm_unknown\"").expect(200);
        var waiting = ",\"paymentMethod\":\"pm_card_authenticationRequired\"";
        confirm(newQuote("{}"), waiting).expect(200);
        confirm(newQuote("{}"), "").expect(200);
        var withdrawn = newQuote("{}").text("id");
        var path = "/api/conversational-payments/quotes/" + withdrawn;
        send(as("owner"), "DELETE", path, null).expect(204);
        Awaitility.await().until(() -> FLEET.till.withdrawn.contains(withdrawn));
        // Over the end of both windows: what was left is looked at, cancelled and closed.
        clock.advance(Duration.ofHours(25));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(urls())
                                .anyMatch(url -> url.endsWith("/cancellation"))
                                .anyMatch(url -> url.endsWith("/deactivation")));
        clock.set(java.time.Clock.systemUTC().instant());
        refundLinkAndDispute(quote.text("id"));
        fits(PAYMENTS, "payment-service");
    }

    private static List<String> urls() {
        return PAYMENTS.getAllServeEvents().stream()
                .map(event -> event.getRequest().getUrl())
                .toList();
    }

    private void refundLinkAndDispute(String quote) {
        var payment = UUID.randomUUID().toString();
        TestBroker.send(
                "io.frontdesk.payment.captured",
                tenant,
                payment,
                fact(payment, "captured", "45.50", "0.00", quote));
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> get(ADMIN + "/payments/" + payment).status() == 200);
        post(ADMIN + "/payments/" + payment + "/refunds", "{\"reason\":\"was ill\"}").expect(200);
        var order =
                "{\"amount\":{\"amount\":\"5.00\",\"currency\":\"EUR\"},\"description\":\"Tip\"}";
        var link = post(ADMIN + "/links", order).expect(201).text("id");
        post(ADMIN + "/links/" + link + "/deactivation", "").expect(200);
        get(ADMIN + "/disputes?status=open").expect(200);
        var dispute = ADMIN + "/disputes/" + UUID.randomUUID();
        post(dispute + "/evidence", "{\"text\":\"He was here.\"}").expect(200);
        post(dispute + "/acceptance", "").expect(200);
    }

    @Test
    void asksTheCalendarWhatItTakes() {
        var offering = UUID.randomUUID().toString();
        var json =
                "{\"id\":\""
                        + offering
                        + "\",\"name\":\"Massage\",\"duration\":\"PT1H\",\"active\":true,"
                        + "\"price\":{\"amount\":\"80.00\",\"currency\":\"EUR\"}}";
        FLEET.offerings.put(offering, new JsonMapper().readTree(json));
        try {
            quote(UUID.fromString(offering), 1, "{}");
            var dialogues = "/api/conversational-payments/dialogues";
            var dialogue = post(dialogues, "{\"conversationId\":\"c\"}").expect(201).text("id");
            post(dialogues + "/" + dialogue + "/messages", "{\"text\":\"a massage\"}").expect(200);
            fits(CALENDAR, "calendar-integration-service");
        } finally {
            FLEET.offerings.remove(offering);
        }
    }

    private static void fits(WireMockServer server, String provider) {
        assertThat(server.getAllServeEvents()).isNotEmpty();
        var faults = "";
        try {
            ContractReplay.against(provider).verify(server);
        } catch (AssertionError disagreement) {
            faults = "" + disagreement.getMessage();
        }
        // The document lists the caller's attested identity as a parameter that nobody can send;
        // and the replay takes a query for a part of the path.
        assertThat(faults.lines().filter(line -> line.startsWith("- ")))
                .filteredOn(line -> !line.contains("'caller'") && !line.contains("?"))
                .isEmpty();
    }
}
