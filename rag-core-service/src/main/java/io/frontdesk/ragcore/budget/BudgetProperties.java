package io.frontdesk.ragcore.budget;

import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What tenants may spend that have no budget of their own.
 *
 * @param currency ISO 4217; of all budgets and of the models' prices
 * @param monthly for a tenant and calendar month
 */
@Validated
@ConfigurationProperties("frontdesk.generation.budget")
record BudgetProperties(
        @DefaultValue("EUR") String currency,
        @DefaultValue("10") @PositiveOrZero BigDecimal monthly) {}
