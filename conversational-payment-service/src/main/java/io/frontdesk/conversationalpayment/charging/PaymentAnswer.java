package io.frontdesk.conversationalpayment.charging;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A payment as payment-service tells it.
 *
 * @param status {@code requires_action, authorized, captured, partially_refunded, refunded,
 *     cancelled, failed, unknown}
 * @param nextAction what the visitor has to do next, where the provider asks for it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record PaymentAnswer(
        UUID id,
        String status,
        Money amount,
        @Nullable Money captured,
        @Nullable Money refunded,
        @Nullable JsonNode nextAction,
        @Nullable Failure failure) {
    /** Why it failed. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @Schema(name = "PaymentFailure")
    public record Failure(@Nullable String code, @Nullable String message) {}
}
