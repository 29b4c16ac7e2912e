package io.frontdesk.conversationalpayment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuoteInputTest extends PaymentApp {
    private static final String QUOTES = "/api/conversational-payments/quotes";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "quantity":0                                                       | 400
                    "quantity":-1                                                      | 400
                    "quantity":101                                                     | 400
                    "quantity":1.5                                                     | 400
                    "quantity":1,"amount":{"amount":"-1","currency":"EUR"}             | 400
                    "quantity":1,"amount":{"amount":"0","currency":"EUR"}              | 400
                    "quantity":1,"amount":{"amount":"1.005","currency":"EUR"}          | 400
                    "quantity":1,"amount":{"amount":"1.00","currency":"ZZZ"}           | 400
                    "quantity":1,"amount":{"amount":"99999999999999","currency":"EUR"} | 422
                    "quantity":1,"amount":{"amount":"10.00","currency":"USD"}          | 422
                    "quantity":1                                                       | 422
                    "quantity":1,"price":1                                             | 400
                    """)
    void refusesALine(String line, int status) {
        var item = newItem("Deposit", "deposit", null);
        post(QUOTES, "{\"lines\":[{\"itemId\":\"" + item + "\"," + line + "}]}").expect(status);
    }

    @Test
    void takesNoPriceThatNoRowHolds() {
        var item =
                "{\"name\":\"x\",\"kind\":\"product\",\"price\":{\"amount\":\"99999999999999999999\","
                        + "\"currency\":\"EUR\"}}";
        post("/api/conversational-payments/catalogue", item).expect(400);
        var link =
                "{\"amount\":{\"amount\":\"99999999999999999999\",\"currency\":\"EUR\"},"
                        + "\"description\":\"x\"}";
        post("/api/admin/payments/links", link).expect(400);
    }

    @Test
    void refusesAnotherPriceThanTheCatalogues() {
        var item = newItem("Cut", "product", "45.50");
        var line =
                "{\"itemId\":\""
                        + item
                        + "\",\"quantity\":1,\"amount\":{\"amount\":\"1.00\","
                        + "\"currency\":\"EUR\"}}";
        post(QUOTES, "{\"lines\":[" + line + "]}").expect(422);
        post(QUOTES, "{\"lines\":[]}").expect(400);
        post(QUOTES, "{\"lines\":[null]}").expect(400);
        var unknown = "{\"itemId\":\"" + UUID.randomUUID() + "\",\"quantity\":1}";
        assertThat(post(QUOTES, "{\"lines\":[" + unknown + "]}").expect(422).text("type"))
                .endsWith("line-refused");
    }

    @Test
    void bindsSlotAndVisitorIntoTheHash() {
        var item = newItem("Cut", "product", "45.50");
        var body =
                """
                {"lines":[{"itemId":"%s","quantity":2}],"visitor":{"name":"A\\u0000n\\u200bna"},
                 "slot":{"resourceId":"%s","start":"2026-12-01T10:00:00+01:00",
                 "end":"2026-12-01T11:00:00+01:00"},"conversationId":"c","agentId":"a"}
                """
                        .formatted(item, UUID.randomUUID());
        var one = post(QUOTES, body).expect(201);
        var two = post(QUOTES, body).expect(201);
        assertThat(one.json().at("/total/amount").asString()).isEqualTo("91.00");
        assertThat(one.json().at("/visitor/name").asString()).isEqualTo("Anna");
        assertThat(one.json().at("/slot/start").asString()).startsWith("2026-12-01T09:00");
        assertThat(one.text("hash")).isNotEqualTo(two.text("hash"));
        asSchemaOwner(
                "update quote set slot_start = slot_start + interval '1 hour' where id = '"
                        + one.text("id")
                        + "'");
        confirm(one, VISA).expect(409);
        confirm(two, VISA).expect(200);
    }

    @Test
    void keepsTheTrailAndTheQuotesFromItsOwnHands() throws Exception {
        var quote = newQuote("{}").text("id");
        for (var sql :
                List.of(
                        "update audit_entry set subject = 'nobody'",
                        "delete from audit_entry",
                        "update quote set total = 1",
                        "update quote_line set unit_price = 1",
                        "delete from receipt",
                        "update spend_policy set version = 9")) {
            assertThat(asTheApp(sql)).as(sql).contains("permission denied");
        }
        assertThat(quoteStatus(quote)).isEqualTo("open");
    }

    @Test
    void managesItemsForStaffAndShowsThemToVisitors() {
        var path = "/api/conversational-payments/catalogue";
        var item = newItem("Gift card", "voucher", null);
        post(path, "{\"name\":\"gift CARD\",\"kind\":\"voucher\"}").expect(409);
        post(path, "{\"name\":\"x\",\"kind\":\"product\"}").expect(400);
        post(path, "{\"name\":\" \\u200b \",\"kind\":\"voucher\"}").expect(400);
        post(path, "{\"name\":\"x\",\"kind\":\"weapon\"}").expect(400);
        var other = "{\"name\":\"Gift\",\"kind\":\"voucher\",\"otherNames\":[\"Present\"]}";
        send(as("staff"), "PUT", path + "/" + item, other).expect(200);
        send(as("visitor"), "PUT", path + "/" + item, other).expect(403);
        assertThat(send(as("visitor"), "GET", path, null).json().at("/items/0/name").asString())
                .isEqualTo("Gift");
        send(as("staff"), "DELETE", path + "/" + item, null).expect(204);
        assertThat(get(path + "/" + item).json().get("active").asBoolean()).isFalse();
        post(path, other).expect(201);
    }
}
