package io.frontdesk.ragknowledge.ingestion;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How documents are worked through.
 *
 * @param deadline how long a document may stand still before it has failed
 */
@ConfigurationProperties("frontdesk.knowledge.ingestion")
record IngestionProperties(@DefaultValue("30m") Duration deadline) {}
