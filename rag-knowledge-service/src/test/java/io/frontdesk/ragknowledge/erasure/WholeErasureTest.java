package io.frontdesk.ragknowledge.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.ragknowledge.KnowledgeApp;
import io.frontdesk.ragknowledge.archive.ArchiveHttp;
import io.frontdesk.starter.tenancy.Tenancy;
import io.frontdesk.test.identity.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

class WholeErasureTest extends KnowledgeApp {

    private static final UUID PLATFORM = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final Set<String> KEPT =
            Set.of("erasure", "erasure_count", "outbox", "idempotency_key", "knowledge_policy");

    @Autowired private Tenancy tenancy;
    @Autowired private TransactionTemplate transaction;
    @Autowired private JdbcClient jdbc;
    @LocalServerPort private int port;

    @Test
    void leavesNoRowInAnyTable() {
        filled("one-of-each.sql");
        var before = rows();
        assertThat(before.keySet()).hasSizeGreaterThan(25);
        before.forEach((table, rows) -> {
            if (!table.startsWith("erasure")) {
                assertThat(rows).as(table).isPositive();
            }
        });
        var done = erased();
        rows().forEach((table, rows) -> {
            if (KEPT.contains(table)) {
                assertThat(rows).as(table).isPositive();
            } else {
                assertThat(rows).as(table).isZero();
            }
        });
        for (var word :
                List.of(
                        "agents",
                        "facts",
                        "websites",
                        "websitePages",
                        "questionSets",
                        "evaluationRuns",
                        "industries",
                        "refusals",
                        "grants",
                        "questionMonths",
                        "answerDays",
                        "imports",
                        "unanswered",
                        "overrides",
                        "documents",
                        "bases")) {
            assertThat(done.at("/removed/" + word).intValue(0)).as(word + done).isEqualTo(1);
        }
    }

    @Test
    void workUnderWayBringsNothingBack() throws Exception {
        var base = newBase();
        for (int i = 0; i < 12; i++) {
            upload(
                    base,
                    "doc" + i + ".txt",
                    "The shop number " + i + " opens at nine. ".repeat(40));
        }
        var archive = new ArchiveHttp(port).download(tenant).body();
        site(base);
        evaluation();
        assertThat(new ArchiveHttp(port).send(tenant, archive).statusCode()).isEqualTo(202);
        assertThat(post("/api/knowledge/industries/law-office/installations", "{}").status())
                .isEqualTo(202);

        erased();
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> jobs() == 0);
        rows().forEach((table, rows) -> {
            if (!KEPT.contains(table)) {
                assertThat(rows).as(table).isZero();
            }
        });
    }

    private void site(UUID base) {
        var links = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            links.append("<a href='/erased/").append(i).append("'>x</a>");
            WEB.page("/erased/" + i, "<html><body><p>Page " + i + " says much.</p></body></html>");
        }
        WEB.page("/erased", "<html><body><p>The start.</p>" + links + "</body></html>");
        id(
                post(
                        "/api/knowledge/bases/" + base + "/websites",
                        "{\"url\":\"" + WEB.url("/erased") + "\"}"));
    }

    private void evaluation() {
        var operator = TestTokens.operator(tenant);
        var path = "/api/admin/knowledge/evaluations/";
        var questions = "{\"question\":\"When does the shop open?\",\"answerable\":true},";
        var body =
                "{\"name\":\"x\",\"questions\":["
                        + questions.repeat(30)
                        + "{\"question\":\"Who?\",\"answerable\":false}]}";
        var json = "application/json";
        var set = id(send(operator, "POST", path + "sets", BodyPublishers.ofString(body), json));
        var run = BodyPublishers.ofString("{\"setId\":\"" + set + "\"}");
        id(send(operator, "POST", path + "runs", run, json));
    }

    private void filled(String script) {
        String sql;
        try (var in = WholeErasureTest.class.getResourceAsStream("/erasure/" + script)) {
            var bytes = Objects.requireNonNull(in).readAllBytes();
            sql = new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        var parts = sql.split("-- (?=platform|system)", -1);
        within(() -> jdbc.sql(parts[0]).update());
        var shared = parts[1].replace(":tenant", "'" + tenant + "'");
        tenancy.as(
                PLATFORM,
                () -> transaction.executeWithoutResult(_ -> jdbc.sql("-- " + shared).update()));
        var work = parts[2].replace(":tenant", "'" + tenant + "'");
        tenancy.asSystem(() -> transaction.<Integer>execute(_ -> jdbc.sql("-- " + work).update()));
    }

    private void within(Runnable work) {
        tenancy.as(tenant, () -> transaction.executeWithoutResult(_ -> work.run()));
    }

    private JsonNode erased() {
        var token = TestTokens.service(tenant);
        var path = "/knowledge/erasures";
        var id = id(send(token, "POST", path, BodyPublishers.ofString(""), "application/json"));
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> send(token, "GET", path + "/" + id, null, "a/b").json(),
                        shown -> shown.get("status").stringValue().equals("done"));
    }

    private int jobs() {
        return transaction.<Integer>execute(_ ->
                jdbc.sql("select count(*) from scheduled_tasks where task_instance like :mine")
                        .param("mine", tenant + "/%")
                        .query((row, _) -> row.getInt(1))
                        .single());
    }

    /** The tenant's rows in each table that has rows of tenants. */
    private Map<String, Integer> rows() {
        var rows = new TreeMap<String, Integer>();
        within(() ->
                jdbc.sql(
                                "select table_name from information_schema.columns where"
                                        + " column_name = 'tenant_id' and table_schema ="
                                        + " current_schema()")
                        .query((row, _) -> row.getString(1))
                        .list()
                        .forEach(table -> rows.put(table, count(table))));
        return rows;
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table + " where tenant_id = :tenant")
                .param("tenant", tenant)
                .query((row, _) -> row.getInt(1))
                .single();
    }
}
