package io.frontdesk.conversationalpayment.confirmation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The visitor's yes.
 *
 * @param confirmationToken from the answer that made the quote
 * @param paymentMethod the provider's name for a method, never a card number; without one the
 *     answer is a link where the quote can be paid
 * @param visitorId must be that of the quote, where the quote has one
 */
record ConfirmationRequest(
        @NotBlank @Size(max = 200) String confirmationToken,
        @Nullable @Size(max = 200) @jakarta.validation.constraints.Pattern(
                        regexp = "(?![\\d -]*$)[A-Za-z0-9_.-]+",
                        message = "must be a provider's payment method, such as pm_card_visa")
                String paymentMethod,
        @Nullable @Size(max = 200) String visitorId) {}
