package io.frontdesk.conversationalpayment.charging;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A link as payment-service tells it; {@code status} is open, paid, expired or deactivated. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LinkAnswer(UUID id, String url, String status, @Nullable UUID paymentId) {}
