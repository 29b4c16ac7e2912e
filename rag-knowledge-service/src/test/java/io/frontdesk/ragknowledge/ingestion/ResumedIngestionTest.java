package io.frontdesk.ragknowledge.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.ragknowledge.KnowledgeApp;
import io.frontdesk.starter.tenancy.Tenancy;
import io.frontdesk.test.events.EventProbe;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class ResumedIngestionTest extends KnowledgeApp {

    private static final int SECTIONS = 80;

    @Autowired private EventProbe events;
    @Autowired private JdbcClient jdbc;
    @Autowired private Tenancy tenancy;
    @Autowired private TransactionTemplate transaction;

    @AfterEach
    void recover() {
        CORE.patience.set(-1);
    }

    @Test
    void goesOnWithTheBatchesThatAreMissing() {
        CORE.stored.clear();
        CORE.patience.set(1);
        var document = id(upload(newBase(), "long.md", sections("a")));
        var stuck = await(document, "embedding", 0.1);
        assertThat(stuck).isBetween(0.3, 0.99);
        assertThat(CORE.ordinals(document)).hasSize(32);

        CORE.patience.set(-1);
        var ready = finished(document);
        assertThat(ready.get("status").stringValue()).isEqualTo("ready");
        assertThat(CORE.ordinals(document)).hasSize(SECTIONS);
        assertThat(CORE.stored.stream().flatMap(List::stream).toList())
                .as("no chunk is sent twice")
                .hasSize(SECTIONS)
                .doesNotHaveDuplicates();
        assertThat(rows("select count(*) from staged_chunk")).isZero();
    }

    @Test
    void takesOverTheWorkOfAProcessThatDied() {
        CORE.patience.set(1);
        var document = id(upload(newBase(), "long.md", sections("b")));
        await(document, "embedding", 0.1);
        // What a killed process leaves behind: work marked as its own, with an old heartbeat.
        transaction.executeWithoutResult(_ ->
                jdbc.sql(
                                "update scheduled_tasks set picked = true, picked_by = 'dead',"
                                        + " version = version + 1,"
                                        + " last_heartbeat = now() - interval '1 minute'"
                                        + " where task_instance like :id")
                        .param("id", tenant + "/%")
                        .update());
        CORE.patience.set(-1);
        assertThat(finished(document).get("status").stringValue()).isEqualTo("ready");
    }

    @Test
    void failsWhatHasStoodStillForTooLong() {
        CORE.patience.set(0);
        var document = id(upload(newBase(), "late.md", sections("c")));
        await(document, "embedding", 0.05);
        tenancy.as(
                tenant,
                () ->
                        transaction.executeWithoutResult(_ ->
                                jdbc.sql(
                                                "update document set progressed_at ="
                                                        + " now() - interval '1 hour'"
                                                        + " where id = :id")
                                        .param("id", document)
                                        .update()));
        var problem = finished(document).get("problem");
        assertThat(problem.get("type").stringValue()).endsWith("ingestion-timed-out");
    }

    @Test
    void leavesADeletedDocumentAlone() {
        CORE.patience.set(1);
        var document = id(upload(newBase(), "gone.md", sections("d")));
        await(document, "embedding", 0.1);
        assertThat(delete("/api/knowledge/documents/" + document).status()).isEqualTo(204);
        CORE.patience.set(-1);
        Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .untilAsserted(() ->
                        assertThat(
                                        rows(
                                                "select count(*) from scheduled_tasks where"
                                                        + " task_instance like '"
                                                        + tenant
                                                        + "/%'"))
                                .isZero());
        assertThat(CORE.ordinals(document)).as("left for the event to remove").hasSize(32);
        events.await("io.frontdesk.knowledge.document-deleted", document.toString());
    }

    /** Waits for the state and answers the progress. */
    private double await(UUID document, String status, double above) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .until(
                        () -> get("/api/knowledge/documents/" + document).json(),
                        found ->
                                found.get("status").stringValue().equals(status)
                                        && found.get("progress").doubleValue() > above)
                .get("progress")
                .doubleValue();
    }

    private long rows(String sql) {
        return tenancy.<Long>as(
                tenant,
                () ->
                        transaction.<Long>execute(
                                _ -> jdbc.sql(sql).query((row, _) -> row.getLong(1)).single()));
    }

    private static String sections(String mark) {
        return IntStream.range(0, SECTIONS)
                .mapToObj(
                        i -> "## Section " + i + "\n\nText " + mark + " of section " + i + ".\n\n")
                .collect(Collectors.joining());
    }
}
