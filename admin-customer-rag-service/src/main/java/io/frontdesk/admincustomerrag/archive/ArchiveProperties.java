package io.frontdesk.admincustomerrag.archive;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Bounds of exports and imports.
 *
 * @param largest archive that is taken in, and that is searched for traces of a stranger
 * @param patience until the first byte of an answer
 */
@ConfigurationProperties("frontdesk.customer-rag.archive")
record ArchiveProperties(
        @DefaultValue("1GB") DataSize largest, @DefaultValue("60s") Duration patience) {}
