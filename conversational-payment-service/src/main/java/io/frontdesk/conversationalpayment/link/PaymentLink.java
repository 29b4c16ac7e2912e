package io.frontdesk.conversationalpayment.link;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A link that staff made.
 *
 * @param status {@code begun}, {@code open}, {@code paid}, {@code expired} or {@code deactivated}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PaymentLink(
        UUID id,
        String description,
        Money amount,
        String status,
        @Nullable String url,
        @Nullable UUID paymentId,
        OffsetDateTime expiresAt,
        OffsetDateTime createdAt,
        @JsonIgnore @Nullable UUID providerLinkId) {}
