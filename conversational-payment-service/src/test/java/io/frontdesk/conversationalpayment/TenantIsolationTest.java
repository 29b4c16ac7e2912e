package io.frontdesk.conversationalpayment;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.test.events.TestBroker;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TenantIsolationTest extends PaymentApp {
    private static final String API = "/api/conversational-payments";
    private static final String ADMIN = "/api/admin/payments";

    private final UUID stranger = UUID.randomUUID();

    private Answer foreign(String method, String path, @Nullable String body) {
        return send(as("owner", stranger), method, path, body);
    }

    @Test
    void showsAndChangesNothingOfAnotherTenant() {
        var item = newItem("Cut", "product", "300.00");
        var quote = quote(item, 1, "{\"id\":\"v\"}");
        var waiting = confirm(quote, VISA + ",\"visitorId\":\"v\"").expect(202);
        var open = newQuote("{}");
        var dialogue =
                post(API + "/dialogues", "{\"conversationId\":\"c\"}").expect(201).text("id");
        var link =
                post(
                                ADMIN + "/links",
                                "{\"amount\":{\"amount\":\"5.00\",\"currency\":\"EUR\"},"
                                        + "\"description\":\"Tip\"}")
                        .expect(201)
                        .text("id");
        var payment = UUID.randomUUID().toString();
        TestBroker.send(
                "io.frontdesk.payment.captured",
                tenant,
                payment,
                fact(payment, "captured", "45.50", "0.00", open.text("id")));
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> get(API + "/receipts").json().get("items").size() == 1);
        var receipt = get(API + "/receipts").json().at("/items/0/id").asString();

        var newItem = "{\"name\":\"x\",\"kind\":\"voucher\"}";
        var token = "{\"confirmationToken\":\"" + open.text("confirmationToken") + "\"}";
        var decision = "{\"approve\":true,\"reason\":\"because\"}";
        var approval = ADMIN + "/approvals/" + waiting.text("approvalId") + "/decision";
        assertThat(
                        List.of(
                                foreign("GET", API + "/catalogue/" + item, null),
                                foreign("PUT", API + "/catalogue/" + item, newItem),
                                foreign("DELETE", API + "/catalogue/" + item, null),
                                foreign("GET", API + "/quotes/" + open.text("id"), null),
                                foreign("DELETE", API + "/quotes/" + open.text("id"), null),
                                foreign(
                                        "POST",
                                        API + "/quotes/" + open.text("id") + "/confirmations",
                                        token),
                                foreign("GET", API + "/dialogues/" + dialogue, null),
                                foreign(
                                        "POST",
                                        API + "/dialogues/" + dialogue + "/messages",
                                        "{\"text\":\"hello\"}"),
                                foreign("GET", API + "/receipts/" + receipt, null),
                                foreign("GET", API + "/receipts/" + receipt + ".pdf", null),
                                foreign("POST", approval, decision),
                                foreign("GET", ADMIN + "/payments/" + payment, null),
                                foreign(
                                        "POST",
                                        ADMIN + "/payments/" + payment + "/refunds",
                                        "{\"reason\":\"because\"}"),
                                foreign("GET", ADMIN + "/links/" + link, null),
                                foreign("GET", ADMIN + "/links/" + link + "/qr.png", null),
                                foreign("POST", ADMIN + "/links/" + link + "/deactivation", null)))
                .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(404));
        for (var list :
                List.of(
                        API + "/catalogue",
                        API + "/receipts",
                        ADMIN + "/approvals",
                        ADMIN + "/payments",
                        ADMIN + "/links",
                        ADMIN + "/audit?action=quote-made",
                        ADMIN + "/policies/versions")) {
            assertThat(foreign("GET", list, null).expect(200).json().get("items")).isEmpty();
        }
        var overview = foreign("GET", ADMIN + "/overview", null).json();
        assertThat(overview.get("totals")).isEmpty();
        assertThat(overview.get("openApprovals").asInt()).isZero();
        assertThat(foreign("GET", ADMIN + "/exports/payments.csv", null).body().lines()).hasSize(1);
        assertThat(foreign("GET", ADMIN + "/business", null).body()).contains(stranger.toString());
        mine(item, open, dialogue, link);
    }

    /** What a stranger writes changes nothing here. */
    private void mine(UUID item, Answer open, String dialogue, String link) {
        foreign("PUT", ADMIN + "/business", "{\"name\":\"Evil\"}").expect(200);
        assertThat(get(ADMIN + "/business").body()).doesNotContain("Evil");
        var policy =
                "{\"currency\":\"USD\",\"freeAmounts\":true,\"refunds\":{\"days\":1,"
                        + "\"maxShare\":0,\"roles\":[]}}";
        foreign("PUT", ADMIN + "/policies", policy).expect(200);
        assertThat(get(ADMIN + "/policies").text("currency")).isEqualTo("EUR");
        var order = "{\"lines\":[{\"itemId\":\"" + item + "\",\"quantity\":1}]}";
        foreign("POST", API + "/quotes", order).expect(422);
        assertThat(quoteStatus(open.text("id"))).isEqualTo("paid");
        get(API + "/dialogues/" + dialogue).expect(200);
        get(ADMIN + "/links/" + link + "/qr.png").expect(200);
        assertThat(post(ADMIN + "/links/" + link + "/deactivation", "").text("status"))
                .isEqualTo("deactivated");
        get(ADMIN + "/disputes").expect(200);
    }
}
