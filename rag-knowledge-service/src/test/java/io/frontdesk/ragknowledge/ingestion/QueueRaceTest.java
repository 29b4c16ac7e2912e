package io.frontdesk.ragknowledge.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.ragknowledge.KnowledgeApp;
import io.frontdesk.starter.tenancy.Tenancy;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class QueueRaceTest extends KnowledgeApp {

    private static final int WRITERS = 12;
    private static final int ROUNDS = 6;

    @Autowired private JdbcClient jdbc;
    @Autowired private Tenancy tenancy;
    @Autowired private TransactionTemplate transaction;

    /** Each write may come just as the lane finds nothing to do and ends. */
    @Test
    void losesNoWriteOfManyAtATime() {
        var base = newBase();
        var document = id(upload(base, "start.txt", "This is version zero of it."));
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            var written =
                    IntStream.range(0, WRITERS)
                            .mapToObj(number -> writers.submit(() -> write(base, document, number)))
                            .toList();
            assertThat(written).allSatisfy(writer -> assertThat(writer.get()).isNull());
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> count("select count(*) from document where status <> 'ready'") == 0);
        assertThat(count("select count(*) from document where searchable_version <> version"))
                .isZero();
        int version = get("/api/knowledge/documents/" + document).json().get("version").intValue();
        assertThat(version).isEqualTo(1 + WRITERS * ROUNDS);
        assertThat(CORE.ordinals(document)).hasSize(1);
        var original = get("/api/knowledge/documents/" + document + "/content").body();
        assertThat(post("/api/knowledge/search", "{\"query\":\"version\"}").body())
                .contains(original);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() ->
                        count(
                                        "select count(*) from scheduled_tasks where"
                                                + " task_instance like '"
                                                + tenant
                                                + "/%'")
                                == 0);
    }

    private void write(UUID base, UUID document, int number) {
        IntStream.range(0, ROUNDS)
                .forEach(round -> {
                    var mark = number + "-" + round;
                    var put =
                            put(
                                    "/api/knowledge/documents/" + document + "/content",
                                    "{\"text\":\"This is version " + mark + " of it.\"}");
                    assertThat(put.status()).as(put.body()).isEqualTo(202);
                    assertThat(upload(base, mark + ".txt", "This is document " + mark).status())
                            .isEqualTo(202);
                });
    }

    private int count(String sql) {
        return tenancy.<Integer>as(
                tenant,
                () ->
                        transaction.<Integer>execute(
                                _ -> jdbc.sql(sql).query((row, _) -> row.getInt(1)).single()));
    }
}
