package io.frontdesk.ragcore.pgvector;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.ragcore.index.ChunkIndex;
import io.frontdesk.ragcore.index.ChunkIndexContract;
import io.frontdesk.starter.tenancy.Tenancy;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class PgVectorChunkIndexTest extends ChunkIndexContract {
    private static ConfigurableApplicationContext context;

    @BeforeAll
    static void start(@TempDir Path state) {
        context = PgVectorApp.start(state);
    }

    @AfterAll
    static void stop() {
        if (context != null) {
            context.close();
        }
    }

    @Override
    protected ChunkIndex index() {
        return context.getBean(ChunkIndex.class);
    }

    @Test
    void isGuardedByRowLevelSecurityItself() {
        index().apply(List.of(chunk(1, "Sick leave.", 0)), 1);
        var tenancy = context.getBean(Tenancy.class);

        assertThat(tenancy.as(TENANT, (Supplier<Long>) this::rows)).isEqualTo(1);
        assertThat(tenancy.as(OTHER, (Supplier<Long>) this::rows)).isZero();
    }

    @Test
    void walksItsIndex() {
        index().apply(List.of(chunk(1, "Sick leave.", 0)), 1);
        var model = model();
        var plan =
                context.getBean(Tenancy.class)
                        .as(
                                TENANT,
                                (Supplier<String>)
                                        () ->
                                                inTransaction(
                                                        "explain select chunk_id from"
                                                                + " indexed_vector where model ="
                                                                + model
                                                                + " order by embedding::vector(384)"
                                                                + " <=> (select embedding::vector(384)"
                                                                + " from indexed_vector limit 1)"
                                                                + " limit 5"));

        assertThat(plan).contains("indexed_vector_model_" + model);
    }

    private int model() {
        var jdbc = context.getBean(JdbcClient.class);
        return context.getBean(TransactionTemplate.class)
                .execute(status ->
                        jdbc.sql("select id from indexed_model where name = 'test'")
                                .query(Integer.class)
                                .single());
    }

    private String inTransaction(String sql) {
        var jdbc = context.getBean(JdbcClient.class);
        return context.getBean(TransactionTemplate.class)
                .execute(status -> {
                    jdbc.sql("set local enable_seqscan = off").update();
                    jdbc.sql("set local enable_bitmapscan = off").update();
                    jdbc.sql("set local enable_sort = off").update();
                    return String.join(
                            "\n", jdbc.sql(sql).query((row, n) -> row.getString(1)).list());
                });
    }

    private long rows() {
        var jdbc = context.getBean(JdbcClient.class);
        return context.getBean(TransactionTemplate.class)
                .execute(status ->
                        jdbc.sql("select count(*) from indexed_chunk").query(Long.class).single());
    }
}
