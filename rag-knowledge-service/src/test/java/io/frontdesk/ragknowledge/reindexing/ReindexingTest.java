package io.frontdesk.ragknowledge.reindexing;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.ragknowledge.PlatformApp;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

class ReindexingTest extends PlatformApp {

    private static final String PATH = "/api/admin/knowledge/reindexings";

    @Autowired private JdbcClient jdbc;
    @Autowired private TransactionTemplate transaction;

    @AfterEach
    void recover() {
        CORE.patience.set(-1);
    }

    @Test
    void readsAllDocumentsOfATenantAgain() {
        var base = newBase();
        for (int i = 0; i < 12; i++) {
            finished(id(upload(base, "n" + i + ".txt", "This is text number " + i + ".")));
        }
        var begun =
                operator(
                        "POST",
                        PATH,
                        "{\"tenantId\":\"%s\",\"reason\":\"new cutting\"}".formatted(tenant));
        assertThat(begun.status()).as(begun.body()).isEqualTo(202);
        assertThat(begun.json().get("total").intValue()).isEqualTo(12);
        CORE.stored.clear();
        var done = finishedReindexing(id(begun));
        assertThat(done.get("status").stringValue()).isEqualTo("done");
        assertThat(done.get("done").intValue()).isEqualTo(12);
        assertThat(done.get("failed").intValue()).isZero();
        assertThat(done.get("progress").doubleValue()).isEqualTo(1);
        assertThat(done.get("reason").stringValue()).isEqualTo("new cutting");
        assertThat(operator("GET", PATH + "?limit=1", null).json().get("items")).hasSize(1);
    }

    @Test
    void tellsWhatFailed() {
        var base = newBase();
        var broken = id(upload(base, "broken.pdf", "MZ\u0000 not a document"));
        finished(broken);
        var done = finishedReindexing(begin("{\"baseId\":\"%s\"}".formatted(base)));
        assertThat(done.get("failed").intValue()).isEqualTo(1);
        assertThat(done.get("progress").doubleValue()).isEqualTo(1);
        assertThat(done.get("problems").get(0).get("id").stringValue())
                .isEqualTo(broken.toString());
    }

    @Test
    void goesOnAfterAProcessDied() {
        var document = id(upload(newBase(), "a.txt", "This text is read again."));
        finished(document);
        CORE.patience.set(0);
        var id = begin("{\"documentId\":\"%s\"}".formatted(document));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> state(id).get("status").stringValue(), "running"::equals);
        // What a killed process leaves behind: work marked as its own, with an old heartbeat.
        transaction.executeWithoutResult(_ ->
                jdbc.sql(
                                "update scheduled_tasks set picked = true, picked_by = 'dead',"
                                        + " version = version + 1,"
                                        + " last_heartbeat = now() - interval '1 minute'"
                                        + " where task_instance = :id")
                        .param("id", id.toString())
                        .update());
        CORE.patience.set(-1);
        assertThat(finishedReindexing(id).get("done").intValue()).isEqualTo(1);
    }

    @Test
    void stopsWhenCancelled() {
        var base = newBase();
        for (int i = 0; i < 3; i++) {
            finished(id(upload(base, "n" + i + ".txt", "This is text number " + i + ".")));
        }
        CORE.patience.set(0);
        var id = begin("{\"baseId\":\"%s\"}".formatted(base));
        var cancelled = operator("POST", PATH + "/" + id + "/cancellation", "{}");
        assertThat(cancelled.status()).isEqualTo(200);
        assertThat(cancelled.json().get("status").stringValue()).isEqualTo("cancelled");
        CORE.patience.set(-1);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> waiting(id) == 0);
        assertThat(state(id).get("status").stringValue()).isEqualTo("cancelled");
        assertThat(operator("POST", PATH + "/" + id + "/cancellation", "{}").status())
                .isEqualTo(200);
    }

    @Test
    void givesBasesAnotherModel() {
        var base = newBase();
        newBase();
        var id = begin("{\"tenantId\":\"%s\",\"model\":\"bge-m3\"}".formatted(tenant));
        assertThat(finishedReindexing(id).get("done").intValue()).isEqualTo(2);
        assertThat(CORE.models).containsEntry(base.toString(), "bge-m3");

        var unknown = begin("{\"baseId\":\"%s\",\"model\":\"unknown-model\"}".formatted(base));
        var failed = finishedReindexing(unknown);
        assertThat(failed.get("failed").intValue()).isEqualTo(1);
        assertThat(failed.get("problems").get(0).get("problem").stringValue()).contains("model");
    }

    @Test
    void refusesWhatIsNotThere() {
        var base = newBase();
        var document = id(upload(base, "a.txt", "This is a text."));
        var stranger = UUID.randomUUID();
        for (var body :
                new String[] {
                    "{\"baseId\":\"%s\"}".formatted(stranger),
                    "{\"documentId\":\"%s\"}".formatted(stranger),
                    "{\"tenantId\":\"%s\",\"baseId\":\"%s\"}".formatted(stranger, base),
                    "{\"tenantId\":\"%s\",\"documentId\":\"%s\"}".formatted(stranger, document)
                }) {
            assertThat(operator("POST", PATH, body).status()).as(body).isEqualTo(404);
        }
        var modelOfDocument = "{\"documentId\":\"%s\",\"model\":\"m\"}".formatted(document);
        assertThat(operator("POST", PATH, modelOfDocument).status()).isEqualTo(400);
        assertThat(operator("GET", PATH + "/" + stranger, null).status()).isEqualTo(404);
        assertThat(operator("POST", PATH + "/" + stranger + "/cancellation", "{}").status())
                .isEqualTo(404);
        var nothing = begin("{\"tenantId\":\"%s\"}".formatted(stranger));
        assertThat(finishedReindexing(nothing).get("total").intValue()).isZero();
    }

    private UUID begin(String body) {
        return id(operator("POST", PATH, body));
    }

    private JsonNode state(UUID id) {
        return operator("GET", PATH + "/" + id, null).json();
    }

    private JsonNode finishedReindexing(UUID id) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> state(id), found -> found.get("status").stringValue().equals("done"));
    }

    private int waiting(UUID id) {
        return transaction.<Integer>execute(_ ->
                jdbc.sql("select count(*)::int from scheduled_tasks" + " where task_instance = :id")
                        .param("id", id.toString())
                        .query((row, _) -> row.getInt(1))
                        .single());
    }
}
