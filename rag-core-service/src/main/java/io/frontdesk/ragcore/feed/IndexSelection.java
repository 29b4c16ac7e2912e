package io.frontdesk.ragcore.feed;

import io.frontdesk.ragcore.index.ChunkIndex;
import io.frontdesk.ragcore.index.IndexProperties;
import io.frontdesk.ragcore.lucene.LuceneChunkIndex;
import io.frontdesk.ragcore.pgvector.PgVectorChunkIndex;
import io.frontdesk.starter.tenancy.Tenancy;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes the index that the configuration names. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IndexProperties.class)
class IndexSelection {
    private static final Logger log = LoggerFactory.getLogger(IndexSelection.class);

    @Bean
    ChunkIndex chunkIndex(
            IndexProperties properties,
            Environment environment,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Tenancy tenancy) {
        var index =
                inDatabase(properties, jdbc)
                        ? new PgVectorChunkIndex(jdbc, transactions, tenancy)
                        : new LuceneChunkIndex(directory(environment));
        log.info("Chunk index: {}", index.kind());
        return index;
    }

    private static boolean inDatabase(IndexProperties properties, JdbcClient jdbc) {
        return switch (properties.kind()) {
            case LUCENE -> false;
            case PGVECTOR -> true;
            case AUTO -> PgVectorChunkIndex.available(jdbc);
        };
    }

    private static Path directory(Environment environment) {
        var service = environment.getRequiredProperty("spring.application.name");
        var state = environment.getProperty("frontdesk.state.directory", ".fleet/alone/" + service);
        return Path.of(state, "lucene");
    }
}
