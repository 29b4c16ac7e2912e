package io.frontdesk.conversationalpayment.charging;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;
import tools.jackson.databind.JsonNode;

/** The part of payment-service's API that turns quotes into payments. */
@HttpExchange
interface PaymentExchange {
    String KEY = "Idempotency-Key";

    @PutExchange("/payment/quotes/{quoteId}")
    void commit(@PathVariable UUID quoteId, @RequestBody Commitment commitment);

    @DeleteExchange("/payment/quotes/{quoteId}")
    void withdraw(@PathVariable UUID quoteId);

    @PostExchange("/api/payments")
    PaymentAnswer charge(@RequestHeader(KEY) String key, @RequestBody ChargeOrder order);

    @GetExchange("/api/payments/{id}")
    PaymentAnswer payment(@PathVariable UUID id);

    @GetExchange("/api/payments")
    Found payments(@RequestParam String reference);

    @PostExchange("/api/payments/{id}/cancellation")
    PaymentAnswer cancel(@RequestHeader(KEY) String key, @PathVariable UUID id);

    @PostExchange("/api/payments/{id}/refunds")
    JsonNode refund(
            @RequestHeader(KEY) String key, @PathVariable UUID id, @RequestBody Refund refund);

    @PostExchange("/api/payments/links")
    LinkAnswer link(@RequestHeader(KEY) String key, @RequestBody LinkOrder order);

    @GetExchange("/api/payments/links/{id}")
    LinkAnswer link(@PathVariable UUID id);

    @PostExchange("/api/payments/links/{id}/deactivation")
    LinkAnswer deactivate(@RequestHeader(KEY) String key, @PathVariable UUID id);

    record Commitment(Money amount, String hash, OffsetDateTime expiresAt, String reference) {}

    record Refund(Money amount, String reason) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Found(List<PaymentAnswer> items) {}
}
