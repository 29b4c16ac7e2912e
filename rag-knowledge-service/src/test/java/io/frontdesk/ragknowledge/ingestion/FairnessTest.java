package io.frontdesk.ragknowledge.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.ragknowledge.KnowledgeApp;
import io.frontdesk.ragknowledge.upload.AddDocument;
import io.frontdesk.starter.tenancy.Tenancy;
import io.frontdesk.test.identity.TestTokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class FairnessTest extends KnowledgeApp {

    private static final int MANY = 1_000;

    @Autowired private AddDocument addDocument;
    @Autowired private JdbcClient jdbc;
    @Autowired private Tenancy tenancy;
    @Autowired private TransactionTemplate transaction;

    @Test
    void doesNotLetAThousandDocumentsOfOneTenantDelayAnother() {
        var base = newBase();
        tenancy.as(
                tenant,
                () ->
                        transaction.executeWithoutResult(_ -> {
                            for (int i = 0; i < MANY; i++) {
                                addDocument.addText(base, "Number " + i, "This is text " + i + ".");
                            }
                        }));
        var other = UUID.randomUUID();
        var path = "/api/knowledge/bases/";
        var own = id(call(other, "POST", "/api/knowledge/bases", "{\"name\":\"Mine\"}"));
        var single =
                id(
                        call(
                                other,
                                "POST",
                                path + own + "/documents",
                                "{\"title\":\"A\",\"text\":\"B c\"}"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(
                        () -> call(other, "GET", "/api/knowledge/documents/" + single, "").body(),
                        body -> body.contains("\"ready\""));
        assertThat(ready()).as("ready before the other tenant's only one").isLessThan(MANY / 2);
        transaction.executeWithoutResult(_ ->
                jdbc.sql("delete from scheduled_tasks where task_instance like :lane")
                        .param("lane", tenant + "/%")
                        .update());
    }

    private Answer call(UUID who, String method, String path, String body) {
        return send(
                TestTokens.owner(who),
                method,
                path,
                BodyPublishers.ofString(body),
                "application/json");
    }

    private int ready() {
        return tenancy.<Integer>as(
                tenant,
                () ->
                        transaction.<Integer>execute(_ ->
                                jdbc.sql("select count(*) from document where status = 'ready'")
                                        .query((row, _) -> row.getInt(1))
                                        .single()));
    }
}
