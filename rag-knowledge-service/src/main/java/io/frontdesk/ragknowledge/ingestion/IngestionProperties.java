package io.frontdesk.ragknowledge.ingestion;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How documents are worked through.
 *
 * @param deadline how long a document may stand still before it has failed
 * @param perTenant how many documents of one tenant are worked on at a time, in all replicas
 * @param turn how long a tenant's documents are worked on before others have their turn
 */
@Validated
@ConfigurationProperties("frontdesk.knowledge.ingestion")
record IngestionProperties(
        @DefaultValue("30m") Duration deadline,
        @Min(1) @Max(16) @DefaultValue("1") int perTenant,
        @DefaultValue("2s") Duration turn) {}
