package io.frontdesk.conversationalpayment.charging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.joda.money.Money;

/** A payment to make for a quote; payment-service refuses what the quote does not carry. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChargeOrder(
        Money amount,
        String capture,
        String paymentMethod,
        String reference,
        String description,
        UUID quoteId,
        String quoteHash) {}
