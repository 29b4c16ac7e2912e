package io.frontdesk.conversationalpayment.charging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A page to make where one amount can be paid. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LinkOrder(
        Money amount,
        String description,
        String reference,
        @Nullable UUID quoteId,
        @Nullable String quoteHash,
        OffsetDateTime expiresAt) {}
