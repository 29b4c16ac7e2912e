package io.frontdesk.conversationalpayment.refund;

import java.util.UUID;
import org.joda.money.Money;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import tools.jackson.databind.JsonNode;

/** Refunds at payment-service, in the name of the person who gives them. */
@HttpExchange
interface RefundExchange {
    @PostExchange("/api/payments/{id}/refunds")
    JsonNode refund(
            @RequestHeader("Idempotency-Key") String key,
            @PathVariable UUID id,
            @RequestBody Order order);

    record Order(Money amount, String reason) {}
}
