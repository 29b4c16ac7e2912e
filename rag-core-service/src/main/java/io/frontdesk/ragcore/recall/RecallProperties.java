package io.frontdesk.ragcore.recall;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the index is compared with exact search.
 *
 * @param interval from the end of one comparison to the next
 * @param sample how many questions are asked for a tenant
 * @param floor the share of the ten nearest chunks, 0 to 1, below which an alarm is raised
 * @param tenants how many are compared at a time; the next ones follow the next time
 * @param duration how long a comparison may take; whom it does not get to is next
 */
@Validated
@ConfigurationProperties("frontdesk.index.recall-probe")
record RecallProperties(
        @DefaultValue("15m") Duration interval,
        @DefaultValue("20") @Min(1) @Max(200) int sample,
        @DefaultValue("0.95") @DecimalMin("0") @DecimalMax("1") double floor,
        @DefaultValue("100") @Min(1) @Max(10_000) int tenants,
        @DefaultValue("2m") Duration duration) {}
