package io.frontdesk.conversationalpayment.policy;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.Set;

/**
 * What may be given back, by whom.
 *
 * @param days how many days after the charge, 0 to 3650
 * @param maxShare of what was charged, 0 to 1, over all refunds of a payment
 * @param roles {@code owner} or {@code staff}
 */
public record RefundRules(
        @Min(0) @Max(3650) int days,
        @NotNull @DecimalMin("0") @DecimalMax("1") BigDecimal maxShare,
        @NotNull Set<
                                @jakarta.validation.constraints.Pattern(
                                        regexp = "owner|staff",
                                        message = "must be owner or staff")
                                String>
                        roles) {}
