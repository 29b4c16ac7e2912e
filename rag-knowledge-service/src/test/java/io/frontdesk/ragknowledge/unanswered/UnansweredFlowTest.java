package io.frontdesk.ragknowledge.unanswered;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.ragknowledge.KnowledgeApp;
import io.frontdesk.ragknowledge.override.Overrides;
import io.frontdesk.ragknowledge.search.Passage;
import io.frontdesk.starter.tenancy.Tenancy;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class UnansweredFlowTest extends KnowledgeApp {

    private static final String PATH = "/api/knowledge/unanswered";

    @Autowired private UnansweredQuestions questions;
    @Autowired private UnansweredRows rows;
    @Autowired private Forgetting forgetting;
    @Autowired private Overrides overrides;
    @Autowired private Tenancy tenancy;
    @Autowired private JdbcClient jdbc;
    @Autowired private TransactionTemplate transaction;

    @Test
    void groupsMasksAndSorts() {
        add("Do you sell bikes?");
        add("My mail is a@b.example, do you sell bikes?");
        add("do you sell BIKES");
        var newest = get(PATH).json().get("items");
        assertThat(newest).hasSize(2);
        assertThat(newest.get(0).get("question").stringValue())
                .isEqualTo("My mail is [email], do you sell bikes?");
        var most = get(PATH + "?sort=mostAsked&limit=1").json();
        assertThat(most.at("/items/0/times").intValue()).isEqualTo(2);
        assertThat(most.at("/items/0/closest/0/excerpt").stringValue()).hasSize(300);
        assertThat(most.at("/items/0/closest/0/heading").stringValue()).isEqualTo("A › B");
        var next =
                get(PATH + "?sort=mostAsked&cursor=" + most.get("nextCursor").stringValue()).json();
        assertThat(next.get("items")).hasSize(1);
        assertThat(get(PATH + "?sort=odd").status()).isEqualTo(400);
        assertThat(get(PATH + "?status=odd").status()).isEqualTo(400);
    }

    @Test
    void becomesACuratedAnswerOnce() {
        var id = added("Do you sell bikes?");
        var path = PATH + "/" + id;
        assertThat(post(path + "/answer", "{\"answer\":\"\"}").status()).isEqualTo(400);
        var answered = post(path + "/answer", "{\"answer\":\"Yes, used ones.\"}").json();
        assertThat(answered.get("status").stringValue()).isEqualTo("answered");
        assertThat(answered.has("overrideId")).isTrue();
        assertThat(post(path + "/answer", "{\"answer\":\"No.\"}").status()).isEqualTo(409);
        assertThat(post(path + "/dismissal", "{}").status()).isEqualTo(409);
        assertThat(tenancy.as(tenant, () -> overrides.match("do you sell bikes", List.of())))
                .isPresent();
        assertThat(get("/api/knowledge/overrides").json().get("items")).hasSize(1);
        assertThat(get(PATH + "?status=open").json().get("items")).isEmpty();
        add("Do you sell bikes?");
        assertThat(get(path).json().get("status").stringValue()).isEqualTo("open");
    }

    @Test
    void staysDismissed() {
        var id = added("Who won the cup?");
        assertThat(post(PATH + "/" + id + "/dismissal", "{}").status()).isEqualTo(200);
        add("Who won the cup?");
        var shown = get(PATH + "/" + id).json();
        assertThat(shown.get("status").stringValue()).isEqualTo("dismissed");
        assertThat(shown.get("times").intValue()).isEqualTo(2);
    }

    @Test
    void neverFails() {
        questions.add("Without a tenant?", List.of(), List.of(), "no-support");
        add("\u0000\u0007");
        add("a\u0000b".repeat(3_000) + "😀");
        transaction.executeWithoutResult(_ -> add("x".repeat(499) + "😀"));
        assertThat(get(PATH).json().get("items")).hasSize(2);
    }

    @Test
    void keepsWithinItsBoundAndDropsTheLeastAsked() {
        add("Often?");
        add("Often?");
        var dismissed = added("Dismissed?");
        post(PATH + "/" + dismissed + "/dismissal", "{}");
        add("Once?");
        tenancy.as(tenant, () -> rows.makeRoom(2));
        assertThat(get(PATH).body()).contains("Often?", "Once?").doesNotContain("Dismissed?");
        tenancy.as(tenant, () -> rows.makeRoom(1));
        assertThat(get(PATH).body()).contains("Often?").doesNotContain("Once?");
    }

    @Test
    void forgetsWhatIsOlderThanTheTenantsRetention() {
        var old = added("Old?");
        add("New?");
        tenancy.as(
                tenant,
                () ->
                        transaction.executeWithoutResult(_ ->
                                jdbc.sql(
                                                "update unanswered_question set last_asked_at ="
                                                        + " now() - interval '91 days'"
                                                        + " where id = :id")
                                        .param("id", old)
                                        .update()));
        forgetting.run();
        assertThat(get(PATH + "/" + old).status()).isEqualTo(404);
        assertThat(get(PATH).json().get("items")).hasSize(1);
    }

    private UUID added(String question) {
        add(question);
        return UUID.fromString(get(PATH).json().at("/items/0/id").stringValue());
    }

    private void add(String question) {
        var passage =
                new Passage(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        "Title",
                        List.of("A", "B"),
                        "word ".repeat(100),
                        null,
                        0.4);
        tenancy.as(
                tenant, () -> questions.add(question, List.of(), List.of(passage), "no-support"));
    }
}
