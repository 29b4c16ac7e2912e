package io.frontdesk.admincustomerrag.isolation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a run waits for others.
 *
 * @param ingestion until the canary's document is ready
 * @param event until its event has come
 * @param answer how long the first reading of a report waits for it
 */
@ConfigurationProperties("frontdesk.customer-rag.isolation")
record IsolationProperties(
        @DefaultValue("90s") Duration ingestion,
        @DefaultValue("15s") Duration event,
        @DefaultValue("20s") Duration answer) {}
