package io.frontdesk.conversationalpayment.refund;

import io.frontdesk.starter.money.PositiveMoney;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What to give back.
 *
 * @param amount all that is left when left out
 * @param reason 3 to 500 characters
 */
record NewRefund(
        @Nullable @PositiveMoney Money amount, @NotBlank @Size(min = 3, max = 500) String reason) {}
