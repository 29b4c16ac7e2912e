package io.frontdesk.ragknowledge.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.ragknowledge.KnowledgeApp;
import io.frontdesk.ragknowledge.questionset.AskedQuestion;
import io.frontdesk.ragknowledge.questionset.QuestionSets;
import io.frontdesk.starter.tenancy.Tenancy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class ResumedRunTest extends KnowledgeApp {

    private static final int QUESTIONS = 25;

    @Autowired private Evaluate evaluate;
    @Autowired private EvaluationRuns runs;
    @Autowired private QuestionSets sets;
    @Autowired private TransactionTemplate transaction;
    @Autowired private Tenancy tenancy;
    @Autowired private JdbcClient jdbc;

    @Test
    void goesOnAfterItsProcessDiedAndCountsNothing() {
        within(
                "insert into knowledge_policy (version, configuration, received_at) values (1,"
                        + " '{\"quotas\":{\"questionsPerMonth\":1}}', now())");
        post("/api/knowledge/overrides", "{\"question\":\"Curated?\",\"answer\":\"Yes.\"}");
        var questions =
                IntStream.range(0, QUESTIONS)
                        .mapToObj(i -> question(i == 0 ? "Curated?" : "Unknown thing " + i + "?"))
                        .toList();
        var run = UUID.randomUUID();
        var first =
                tenancy.<Optional<Duration>>as(
                        tenant,
                        () -> {
                            var set = sets.add("Mine", questions);
                            transaction.executeWithoutResult(_ ->
                                    runs.add(
                                            run, tenant, set, QUESTIONS, List.of(), null,
                                            Map.of()));
                            return evaluate.goOn(run);
                        });
        assertThat(first).as("not yet through").contains(Duration.ZERO);
        assertThat(rows("evaluation_result")).isBetween(1, QUESTIONS - 1);
        leftByADeadProcess(run);

        Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .until(() -> found(run).status().equals("done"));
        assertThat(rows("evaluation_result")).isEqualTo(QUESTIONS);
        assertThat(found(run).progress()).isEqualTo(1);
        assertThat(found(run).totals().asked()).isEqualTo(QUESTIONS);
        assertThat(found(run).totals().right()).as("the curated answer").isEqualTo(1);
        assertThat(tenancy.as(tenant, () -> evaluate.goOn(run))).as("nothing left").isEmpty();
        for (var table : List.of("question_count", "unanswered_question", "answer_day")) {
            assertThat(rows(table)).as(table).isZero();
        }
        assertThat(get("/api/knowledge/overrides").json().at("/items/0/hits").intValue()).isZero();
        assertThat(post("/api/knowledge/answers", "{\"question\":\"Curated?\"}").status())
                .as("the one question of the month is still there")
                .isEqualTo(200);
        assertThat(post("/api/knowledge/answers", "{\"question\":\"Curated?\"}").status())
                .isEqualTo(402);
    }

    /** What a killed process leaves behind: work marked as its own, with an old heartbeat. */
    private void leftByADeadProcess(UUID run) {
        transaction.executeWithoutResult(_ ->
                jdbc.sql(
                                """
                                insert into scheduled_tasks (task_name, task_instance,
                                    execution_time, picked, picked_by, last_heartbeat, version)
                                values ('evaluate', :id, now() - interval '2 minutes', true,
                                    'dead', now() - interval '1 minute', 1)
                                """)
                        .param("id", tenant + "/" + run)
                        .update());
    }

    private static AskedQuestion question(String text) {
        boolean curated = text.startsWith("Curated");
        return new AskedQuestion(text, curated, null, null, curated ? List.of("Yes") : List.of());
    }

    private EvaluationRun found(UUID run) {
        return tenancy.as(tenant, () -> runs.find(run)).orElseThrow();
    }

    private void within(String sql) {
        tenancy.as(tenant, () -> transaction.executeWithoutResult(_ -> jdbc.sql(sql).update()));
    }

    private int rows(String table) {
        return tenancy.<Integer>as(
                tenant,
                () ->
                        transaction.<Integer>execute(_ ->
                                jdbc.sql("select count(*) from " + table)
                                        .query((row, _) -> row.getInt(1))
                                        .single()));
    }
}
