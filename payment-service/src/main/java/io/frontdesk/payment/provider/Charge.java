package io.frontdesk.payment.provider;

import java.util.Map;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to take or reserve money.
 *
 * @param key under which the provider charges once
 * @param paymentId ours; the provider keeps it, so that {@link Lookup} finds the payment again
 * @param manualCapture reserve now, take later
 * @param paymentMethod the provider's token of a card or another means
 * @param customer the provider's reference of a saved customer
 * @param returnUrl where the payer's browser goes after authentication
 */
public record Charge(
        String key,
        UUID paymentId,
        Money amount,
        boolean manualCapture,
        String paymentMethod,
        @Nullable String customer,
        @Nullable String description,
        Map<String, String> metadata,
        @Nullable String returnUrl) {}
