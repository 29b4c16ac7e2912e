package io.frontdesk.ragcore.pgvector;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.ragcore.RagCoreApplication;
import io.frontdesk.ragcore.index.ChunkIndex;
import io.frontdesk.ragcore.index.ChunkIndexContract;
import io.frontdesk.starter.tenancy.Tenancy;
import io.frontdesk.test.need.Need;
import io.frontdesk.test.postgres.TestPostgres;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class PgVectorChunkIndexTest extends ChunkIndexContract {
    private static ConfigurableApplicationContext context;

    @BeforeAll
    static void start(@TempDir Path state) {
        Need.of(
                TestPostgres.offers("vector"),
                "The test server has no pgvector. Point FRONTDESK_TEST_POSTGRES_URL (with _USER"
                        + " and _PASSWORD of a superuser) to a PostgreSQL with pgvector 0.8 or"
                        + " later, or have Docker run.");
        var database = TestPostgres.database("rag-core-service");
        context =
                new SpringApplicationBuilder(RagCoreApplication.class)
                        .web(WebApplicationType.SERVLET)
                        .run(
                                "--server.port=0",
                                "--frontdesk.index.kind=pgvector",
                                // The test itself is the only one to change the index.
                                "--frontdesk.index.poll-interval=1h",
                                "--frontdesk.state.directory=" + state,
                                "--frontdesk.database.url=" + database.url(),
                                "--frontdesk.database.owner-password=" + database.ownerPassword(),
                                "--frontdesk.database.app-password=" + database.appPassword());
        // It reads the feed once at the start, and must not do so while a test looks on.
        var index = context.getBean("chunkIndexHealthIndicator", HealthIndicator.class);
        Awaitility.await()
                .until(
                        () -> index.health(),
                        health -> health != null && Status.UP.equals(health.getStatus()));
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
        var plan =
                context.getBean(Tenancy.class)
                        .as(
                                TENANT,
                                (Supplier<String>)
                                        () ->
                                                inTransaction(
                                                        "explain select chunk_id from chunk_vector"
                                                                + " order by embedding <=> (select"
                                                                + " embedding from chunk_vector limit"
                                                                + " 1) limit 5"));

        assertThat(plan).contains("chunk_vector_embedding");
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
                        jdbc.sql("select count(*) from chunk_vector").query(Long.class).single());
    }
}
