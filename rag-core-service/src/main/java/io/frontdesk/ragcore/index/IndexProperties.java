package io.frontdesk.ragcore.index;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The chunk index.
 *
 * @param kind {@code lucene}: in this process's state directory; {@code pgvector}: in the database;
 *     {@code auto}: pgvector where the database has the extension
 * @param pollInterval how often to look for changes that other processes made
 * @param persistInterval how much following of the feed a killed process may have to repeat
 * @param tombstoneRetention an index that was away for longer is rebuilt
 */
@ConfigurationProperties("frontdesk.index")
public record IndexProperties(
        @DefaultValue("lucene") Kind kind,
        @DefaultValue("1s") Duration pollInterval,
        @DefaultValue("10s") Duration persistInterval,
        @DefaultValue("7d") Duration tombstoneRetention) {
    public enum Kind {
        LUCENE,
        PGVECTOR,
        AUTO
    }
}
