package io.frontdesk.payment.payment;

import io.frontdesk.payment.terms.CaptureMode;
import io.frontdesk.starter.money.PositiveMoney;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What is to be paid, and how.
 *
 * @param capture as the configuration says, if absent
 * @param paymentMethod the provider's token of a card or another means
 * @param provider the configuration's default, if absent
 * @param reference the business's own, for example an order number
 * @param metadata at most 20 entries, kept with the payment and told to the provider
 * @param quoteId needed where a service pays for a visitor; then amount and hash are the quote's
 * @param returnUrl where the payer's browser goes after authentication
 */
record PaymentRequest(
        @NotNull @PositiveMoney Money amount,
        @Nullable CaptureMode capture,
        @NotBlank @Size(max = 200) String paymentMethod,
        @Nullable @Size(max = 40) String provider,
        @Nullable @Size(max = 200) String reference,
        @Nullable @Size(max = 20) Map<@NotBlank @Size(max = 40) String, @NotNull @Size(max = 500) String> metadata,
        @Nullable UUID quoteId,
        @Nullable @Size(max = 200) String quoteHash,
        @Nullable UUID customerId,
        @Nullable @Size(max = 500) String description,
        @Nullable @Size(max = 2000) @Pattern(regexp = "https?://.+") String returnUrl) {}
