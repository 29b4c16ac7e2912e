package io.frontdesk.conversationalpayment;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.test.events.TestBroker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class AdminTest extends PaymentApp {
    private static final String ADMIN = "/api/admin/payments";

    @Test
    void makesLinksWithAPictureAndClosesThem() {
        var order =
                "{\"amount\":{\"amount\":\"%s\",\"currency\":\"EUR\"},\"description\":\"%s\"%s}";
        var link = post(ADMIN + "/links", order.formatted("20.00", "Tip", "")).expect(201);
        assertThat(link.text("status")).isEqualTo("open");
        assertThat(get(ADMIN + "/links/" + link.text("id") + "/qr.png").status()).isEqualTo(200);
        get(ADMIN + "/links/" + link.text("id") + "/qr.png?size=99999").expect(400);
        post(ADMIN + "/links", order.formatted("-20.00", "Tip", "")).expect(400);
        post(ADMIN + "/links", order.formatted("501.00", "Tip", "")).expect(422);
        post(ADMIN + "/links", order.formatted("5.00", " ", "")).expect(400);
        var past = ",\"expiresAt\":\"2020-01-01T00:00:00Z\"";
        post(ADMIN + "/links", order.formatted("5.00", "Tip", past)).expect(422);
        send(as("visitor"), "POST", ADMIN + "/links", order.formatted("5.00", "Tip", ""))
                .expect(403);
        var closed = post(ADMIN + "/links/" + link.text("id") + "/deactivation", "").expect(200);
        assertThat(closed.text("status")).isEqualTo("deactivated");
        assertThat(audited("link-made")).hasSize(1);
    }

    @Test
    void issuesAReceiptForAPaidLink() {
        var link =
                post(
                                ADMIN + "/links",
                                "{\"amount\":{\"amount\":\"45.50\",\"currency\":\"EUR\"},"
                                        + "\"description\":\"Gift card\"}")
                        .expect(201);
        var url = link.text("url");
        var payment = UUID.randomUUID().toString();
        var fact =
                Map.of(
                        "paymentId", payment,
                        "status", "captured",
                        "amount", euros("45.50"),
                        "captured", euros("45.50"),
                        "refunded", euros("0.00"),
                        "provider", "stripe",
                        "linkId", url.substring(url.lastIndexOf('/') + 1));
        TestBroker.send("io.frontdesk.payment.captured", tenant, payment, fact);
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() ->
                        get(ADMIN + "/links/" + link.text("id")).text("status").equals("paid"));
        var receipt = get("/api/conversational-payments/receipts").json().at("/items/0/content");
        assertThat(receipt.at("/lines/0/name").asString()).isEqualTo("Gift card");
        assertThat(receipt.get("test").asBoolean()).isFalse();
        post(ADMIN + "/links/" + link.text("id") + "/deactivation", "").expect(422);
    }

    @Test
    void passesDisputesOnAndWritesThemDown() {
        var dispute = ADMIN + "/disputes/" + UUID.randomUUID();
        get(ADMIN + "/disputes?status=open").expect(200);
        post(dispute + "/evidence", "{\"text\":\"He came.\"}").expect(200);
        post(dispute + "/evidence", "{\"text\":\" \"}").expect(400);
        post(dispute + "/acceptance", "").expect(200);
        send(as("visitor"), "POST", dispute + "/acceptance", "").expect(403);
        assertThat(audited("dispute-accepted")).hasSize(1);
        assertThat(audited("dispute-evidence-given")).hasSize(1);
        FLEET.paymentsDown.set(true);
        assertThat(get(ADMIN + "/disputes").expect(503).text("type"))
                .endsWith("payments-unavailable");
    }

    @Test
    void keepsVisitorsOutOfTheAdministration() {
        for (var path :
                List.of(
                        "/audit",
                        "/approvals",
                        "/overview",
                        "/payments",
                        "/links",
                        "/disputes",
                        "/policies",
                        "/business",
                        "/exports/payments.csv")) {
            send(as("visitor"), "GET", ADMIN + path, null).expect(403);
        }
        send(as("staff"), "GET", ADMIN + "/audit", null).expect(403);
        send(as("staff"), "PUT", ADMIN + "/business", "{\"name\":\"x\"}").expect(403);
    }
}
