package io.frontdesk.ragcore.pgvector;

import io.frontdesk.ragcore.RagCoreApplication;
import io.frontdesk.test.need.Need;
import io.frontdesk.test.postgres.TestPostgres;
import java.nio.file.Path;
import org.awaitility.Awaitility;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

/** The app with its index in a fresh database; only the test itself changes the index. */
final class PgVectorApp {
    private PgVectorApp() {}

    static ConfigurableApplicationContext start(Path state) {
        Need.of(
                TestPostgres.offers("vector"),
                "The test server has no pgvector. Point FRONTDESK_TEST_POSTGRES_URL (with _USER"
                        + " and _PASSWORD of a superuser) to a PostgreSQL with pgvector 0.8 or"
                        + " later, or have Docker run.");
        var database = TestPostgres.database("rag-core-service");
        var context =
                new SpringApplicationBuilder(RagCoreApplication.class)
                        .web(WebApplicationType.SERVLET)
                        .run(
                                "--server.port=0",
                                "--frontdesk.index.kind=pgvector",
                                "--frontdesk.index.poll-interval=1h",
                                "--frontdesk.index.recall-probe.interval=1h",
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
        return context;
    }
}
