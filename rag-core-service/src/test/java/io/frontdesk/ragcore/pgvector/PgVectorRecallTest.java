package io.frontdesk.ragcore.pgvector;

import io.frontdesk.ragcore.index.ChunkIndex;
import io.frontdesk.ragcore.index.FieldWeights;
import io.frontdesk.ragcore.index.RecallContract;
import io.frontdesk.starter.tenancy.Tenancy;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class PgVectorRecallTest extends RecallContract {
    private ConfigurableApplicationContext context;
    private ChunkIndex index;

    @BeforeAll
    void start(@TempDir Path state) {
        context = PgVectorApp.start(state);
        index =
                new PgVectorChunkIndex(
                        context.getBean(JdbcClient.class),
                        context.getBean(TransactionTemplate.class),
                        context.getBean(Tenancy.class),
                        FieldWeights.DEFAULT,
                        0);
        fill();
    }

    @AfterAll
    void stop() {
        context.close();
    }

    @Override
    protected ChunkIndex walking() {
        return index;
    }
}
