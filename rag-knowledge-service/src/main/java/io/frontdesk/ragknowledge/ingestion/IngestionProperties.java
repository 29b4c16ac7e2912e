package io.frontdesk.ragknowledge.ingestion;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How documents are worked through.
 *
 * @param threads how many documents at a time
 * @param polling how often the queue is looked at besides when something is added
 * @param heartbeat how often running work says that it lives; after five missed ones it is resumed
 * @param deadline how long a document may stand still before it has failed
 */
@ConfigurationProperties("frontdesk.knowledge.ingestion")
record IngestionProperties(
        @DefaultValue("2") int threads,
        @DefaultValue("1s") Duration polling,
        @DefaultValue("2s") Duration heartbeat,
        @DefaultValue("30m") Duration deadline) {}
