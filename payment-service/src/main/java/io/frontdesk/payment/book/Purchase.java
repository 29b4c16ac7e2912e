package io.frontdesk.payment.book;

import java.util.Map;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a payment was asked for with; it never changes.
 *
 * @param manualCapture reserve now, take later
 * @param paymentMethod the provider's token, or {@code link} where the payer chooses on a page
 * @param reference the business's own, for example an order number
 */
public record Purchase(
        Money amount,
        boolean manualCapture,
        String paymentMethod,
        @Nullable String reference,
        @Nullable String description,
        Map<String, String> metadata,
        @Nullable String returnUrl,
        @Nullable UUID customerId,
        @Nullable UUID quoteId,
        @Nullable UUID linkId) {}
