package io.frontdesk.conversationalpayment.link;

import io.frontdesk.starter.money.PositiveMoney;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A link to make.
 *
 * @param description 1 to 200 characters; the payer reads it
 * @param expiresAt in the future, at most 90 days; a week when left out
 */
record NewLink(
        @NotNull @PositiveMoney Money amount,
        @NotBlank @Size(max = 200) String description,
        @Nullable OffsetDateTime expiresAt) {}
