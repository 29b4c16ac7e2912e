package io.frontdesk.conversationalpayment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpendPolicyTest extends PaymentApp {
    private static final String ANNA = "{\"email\":\"anna@example.com\"}";
    private static final String POLICIES = "/api/admin/payments/policies";

    private static String policy(String more) {
        return "{\"currency\":\"EUR\",\"freeAmounts\":true,\"refunds\":{\"days\":30,\"maxShare\":1,"
                + "\"roles\":[\"owner\"]}"
                + more
                + "}";
    }

    private static String euro(String field, String amount) {
        return ",\"" + field + "\":{\"amount\":\"" + amount + "\",\"currency\":\"EUR\"}";
    }

    @Test
    void beginsWithACarefulDefaultAndCountsVersions() {
        var standard = get(POLICIES).expect(200);
        assertThat(standard.json().get("version").asInt()).isZero();
        assertThat(standard.json().at("/stepUpAbove/amount").asString()).isEqualTo("250.00");
        put(POLICIES, policy(euro("perDay", "100") + ",\"version\":0")).expect(200);
        put(POLICIES, policy(euro("perDay", "200") + ",\"version\":0")).expect(409);
        put(POLICIES, policy(euro("perDay", "200") + ",\"version\":1")).expect(200);
        assertThat(get(POLICIES).json().at("/perDay/amount").asString()).isEqualTo("200.00");
        assertThat(get(POLICIES + "/versions").json().get("items")).hasSize(2);
        assertThat(audited("policy-changed")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ,"perDay":{"amount":"-1","currency":"EUR"}
                    ,"perDay":{"amount":"0","currency":"EUR"}
                    ,"perDay":{"amount":"1.005","currency":"EUR"}
                    ,"perDay":{"amount":"10","currency":"USD"}
                    ,"perDay":{"amount":10,"currency":"EUR"}
                    ,"perDay":{"amount":"99999999999999999999","currency":"EUR"}
                    ,"noSuch":1
                    """)
    void refusesAPolicyThatMakesNoSense(String more) {
        put(POLICIES, policy(more)).expect(400);
    }

    @Test
    void letsOnlyOwnersChangeIt() {
        for (var role : List.of("staff", "visitor", "service")) {
            send(as(role), "PUT", POLICIES, policy("")).expect(403);
        }
        send(as("visitor"), "GET", POLICIES, null).expect(403);
    }

    @Test
    void quotesNothingThatMayNotBePaid() {
        var item = newItem("Ring", "product", "501.00");
        var body = "{\"lines\":[{\"itemId\":\"" + item + "\",\"quantity\":1}]}";
        assertThat(post("/api/conversational-payments/quotes", body).expect(422).text("type"))
                .endsWith("policy-refused");
        var other = newItem("Pin", "product", "5.00");
        put(POLICIES, policy(",\"allowedItems\":[\"" + other + "\"]")).expect(200);
        post("/api/conversational-payments/quotes", body).expect(422);
        quote(other, 1, ANNA);
    }

    @Test
    void neverExceedsTheDaysCeilingUnderManyConfirmationsAtOnce() throws Exception {
        put(POLICIES, policy(euro("perDay", "100.00"))).expect(200);
        var item = newItem("Pin", "product", "5.00");
        var quotes = new ArrayList<Answer>();
        for (int i = 0; i < 200; i++) {
            quotes.add(quote(item, 1, "{\"id\":\"v" + i + "\"}"));
        }
        var statuses = new ConcurrentHashMap<Integer, AtomicInteger>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                var visitor = VISA + ",\"visitorId\":\"v" + i + "\"";
                var quote = quotes.get(i);
                threads.execute(() ->
                        statuses.computeIfAbsent(
                                        confirm(quote, visitor).status(), _ -> new AtomicInteger())
                                .incrementAndGet());
            }
        }
        assertThat(statuses.get(200)).hasValue(20);
        assertThat(statuses.get(422)).hasValue(180);
        var charged = quotes.stream().mapToLong(each -> FLEET.till.charges(each.text("id"))).sum();
        assertThat(charged).isEqualTo(20);
    }

    @Test
    void givesRoomBackWhenAPaymentFails() {
        put(POLICIES, policy(euro("perVisitorAndDay", "50.00"))).expect(200);
        var item = newItem("Cut", "product", "45.50");
        var declined = ",\"paymentMethod\":\"pm_card_chargeDeclined\"";
        assertThat(confirm(quote(item, 1, ANNA), declined).text("status")).isEqualTo("failed");
        confirm(quote(item, 1, ANNA), VISA).expect(200);
        var over = quote(item, 1, ANNA);
        assertThat(confirm(over, VISA).expect(422).text("type")).endsWith("ceiling-reached");
        assertThat(confirm(quote(item, 1, "{\"email\":\"bob@example.com\"}"), VISA).status())
                .isEqualTo(200);
        // The refusal has not used the token up.
        clock.advance(Duration.ofMinutes(1));
        assertThat(confirm(over, VISA).expect(422).text("type")).endsWith("ceiling-reached");
    }

    @Test
    void chargesOneOfTwoHundredConfirmationsOfOneQuote() throws Exception {
        var quote = newQuote(ANNA);
        var statuses = new ConcurrentHashMap<Integer, AtomicInteger>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                threads.execute(() ->
                        statuses.computeIfAbsent(
                                        confirm(quote, VISA).status(), _ -> new AtomicInteger())
                                .incrementAndGet());
            }
        }
        assertThat(statuses.get(200)).hasValue(1);
        assertThat(statuses.get(409)).hasValue(199);
        assertThat(FLEET.till.charges(quote.text("id"))).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from spend_policy",
                "update spend_policy set content = '{\"currency\":7}'",
                "update spend_policy set content = '{\"currency\":\"EUR\",\"surprise\":1}'"
            })
    void makesNoPaymentUnderAPolicyThatCannotBeRead(String harm) {
        put(POLICIES, policy("")).expect(200);
        var quote = newQuote(ANNA);
        asSchemaOwner(harm);
        stopped(quote);
    }

    @Test
    void makesNoPaymentWhenTheTableIsLocked() {
        var quote = newQuote(ANNA);
        asSchemaOwner("revoke select on spend_policy_head from conversational_payment_app");
        try {
            stopped(quote);
        } finally {
            asSchemaOwner("grant select on spend_policy_head to conversational_payment_app");
        }
        confirm(quote, VISA).expect(200);
    }

    private void stopped(Answer quote) {
        assertThat(confirm(quote, VISA).expect(503).text("type")).endsWith("policy-unreadable");
        assertThat(FLEET.till.charges(quote.text("id"))).isZero();
        var item = newItem("Cut " + UUID.randomUUID(), "product", "5.00");
        post(
                        "/api/conversational-payments/quotes",
                        "{\"lines\":[{\"itemId\":\"" + item + "\",\"quantity\":1}]}")
                .expect(503);
        assertThat(audited("confirmation-refused"))
                .anyMatch(it -> it.contains("policy-unreadable"));
    }
}
