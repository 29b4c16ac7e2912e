package io.frontdesk.conversationalpayment;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.test.contract.ApiDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RoleTest extends PaymentApp {
    private static final String API = "/api/conversational-payments";
    private static final String QUOTES = API + "/quotes";

    /** All that a visitor may ask for. */
    private static final Set<String> OPEN =
            Set.of(
                    "GET " + API + "/catalogue",
                    "GET " + API + "/catalogue/{id}",
                    "POST " + QUOTES,
                    "GET " + QUOTES + "/{id}",
                    "DELETE " + QUOTES + "/{id}",
                    "POST " + QUOTES + "/{id}/confirmations",
                    "POST " + API + "/dialogues",
                    "GET " + API + "/dialogues/{id}",
                    "POST " + API + "/dialogues/{id}/messages");

    @Test
    void keepsVisitorsToTheirOwnDialoguesAndQuotes() throws IOException {
        var file = Files.readString(Path.of("src/test/resources/openapi.json"));
        for (var operation : ApiDocument.parse(file).operations()) {
            var path = operation.pathToNothing();
            var body = operation.method().equals("GET") ? null : bodyOf(operation.toString());
            var visitor = send(as("visitor"), operation.method(), path, body);
            var nobody = send(as("guest"), operation.method(), path, body);
            assertThat(nobody.status()).as("guest %s", operation).isEqualTo(403);
            if (OPEN.contains(operation.toString())) {
                assertThat(visitor.status()).as("%s", operation).isNotEqualTo(403);
            } else {
                assertThat(visitor.status()).as("%s", operation).isEqualTo(403);
            }
        }
    }

    /** Valid, so that nothing but the role can be what is refused. */
    private static String bodyOf(String operation) {
        var money = "{\"amount\":\"1.00\",\"currency\":\"EUR\"}";
        return switch (operation) {
            case "POST " + API + "/catalogue", "PUT " + API + "/catalogue/{id}" ->
                    "{\"name\":\"x\",\"kind\":\"voucher\"}";
            case "POST " + QUOTES ->
                    "{\"lines\":[{\"itemId\":\"%s\",\"quantity\":1}]}".formatted(UUID.randomUUID());
            case "POST " + QUOTES + "/{id}/confirmations" -> "{\"confirmationToken\":\"t\"}";
            case "POST " + API + "/dialogues" -> "{\"conversationId\":\"c\"}";
            case "PUT /api/admin/payments/policies" ->
                    "{\"currency\":\"EUR\",\"freeAmounts\":true,\"refunds\":"
                            + "{\"days\":30,\"maxShare\":0.5,\"roles\":[\"owner\"]}}";
            case "PUT /api/admin/payments/business" -> "{\"name\":\"x\"}";
            case "POST /api/admin/payments/approvals/{id}/decision" ->
                    "{\"approve\":true,\"reason\":\"because\"}";
            case "POST /api/admin/payments/links" ->
                    "{\"amount\":" + money + ",\"description\":\"x\"}";
            case "POST /api/admin/payments/payments/{id}/refunds" -> "{\"reason\":\"because\"}";
            default -> "{\"text\":\"hello\"}";
        };
    }

    @Test
    void showsAVisitorOnlyTheQuotesOfItsConversation() {
        var item = newItem("Haircut", "product", "45.50");
        var line = "{\"lines\":[{\"itemId\":\"" + item + "\",\"quantity\":1}]";
        send(as("visitor"), "POST", QUOTES, line + "}").expect(400);
        var order = line + ",\"conversationId\":\"c-1\"";
        var quote = send(as("visitor"), "POST", QUOTES, order + "}").expect(201);
        var path = QUOTES + "/" + quote.text("id");
        send(as("visitor"), "GET", path, null).expect(404);
        send(as("visitor"), "GET", path + "?conversationId=c-2", null).expect(404);
        send(as("visitor"), "DELETE", path + "?conversationId=c-2", null).expect(404);
        var stolen =
                line + ",\"conversationId\":\"c-2\",\"replaces\":\"" + quote.text("id") + "\"}";
        send(as("visitor"), "POST", QUOTES, stolen).expect(404);
        assertThat(send(as("visitor"), "GET", path + "?conversationId=c-1", null).text("status"))
                .isEqualTo("open");
        var next = order + ",\"replaces\":\"" + quote.text("id") + "\"}";
        send(as("visitor"), "POST", QUOTES, next).expect(201);
        assertThat(quoteStatus(quote.text("id"))).isEqualTo("withdrawn");
    }
}
