package io.frontdesk.calendarintegration.offering;

import io.frontdesk.calendarintegration.clocktime.WholeMinutes;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * What a late cancellation costs.
 *
 * @param deadline how long before the start a cancellation becomes late, up to a year
 * @param feeShare the part of the price that is then due, 0–1
 */
public record CancellationRule(
        @NotNull @WholeMinutes(max = "P366D") Duration deadline,
        @NotNull @DecimalMin("0") @DecimalMax("1") @Digits(integer = 1, fraction = 4) BigDecimal feeShare) {}
