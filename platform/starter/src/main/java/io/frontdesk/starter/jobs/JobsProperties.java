package io.frontdesk.starter.jobs;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How this service works through its jobs.
 *
 * @param threads jobs at once
 * @param polling how often it looks for due jobs beside those that it planned itself
 * @param heartbeat how often it says that a job still runs; after five missed ones another replica
 *     takes it over
 */
@Validated
@ConfigurationProperties("frontdesk.jobs")
record JobsProperties(
        @Min(1) @Max(64) @DefaultValue("2") int threads,
        @DefaultValue("1s") Duration polling,
        @DefaultValue("2s") Duration heartbeat) {}
