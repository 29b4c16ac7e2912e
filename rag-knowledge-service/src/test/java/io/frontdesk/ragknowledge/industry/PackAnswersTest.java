package io.frontdesk.ragknowledge.industry;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.ragknowledge.KnowledgeApp;
import io.frontdesk.test.identity.TestTokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class PackAnswersTest extends KnowledgeApp {

    private static final String PATH = "/api/knowledge/industries/dental-practice";
    private static final String ANSWERS = "/api/knowledge/answers";

    private final UUID neighbour = UUID.randomUUID();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Which painkiller should I take tonight? | handoff       | I cannot advise on medicines
                    Can you guarantee the result?           | blocked-topic | No treatment can be promised
                    """)
    void refusesWhatThePackRulesOut(String question, String reason, String reply) {
        install();
        var body = "{\"question\":\"" + question + "\"}";
        var answer = post(ANSWERS, body).json();
        assertThat(answer.get("abstained").booleanValue()).isTrue();
        assertThat(answer.get("reason").stringValue()).isEqualTo(reason);
        assertThat(answer.get("answer").stringValue()).startsWith(reply);
        assertThat(answer.get("citations")).isEmpty();
        var elsewhere =
                send(
                        TestTokens.owner(neighbour),
                        "POST",
                        ANSWERS,
                        BodyPublishers.ofString(body),
                        "application/json");
        assertThat(elsewhere.json().get("reason").stringValue()).isNotEqualTo(reason);
        assertThat(delete(PATH + "/installation").status()).isEqualTo(200);
        assertThat(post(ANSWERS, body).json().get("reason").stringValue()).isNotEqualTo(reason);
    }

    @Test
    void prefersTheTenantsOwnWords() {
        install();
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> status().equals("installed"));
        var asked = "How early should I cancel or move an appointment before it begins?";
        assertThat(asked(asked).get("citations")).as("the pack's words").isNotEmpty();
        var own =
                id(
                        upload(
                                newBase(),
                                "moving.txt",
                                "Please cancel or move an appointment at least 48 hours before it"
                                        + " begins, by telephone or e-mail."));
        finished(own);
        var now = asked(asked);
        assertThat(now.get("abstained").booleanValue()).isFalse();
        assertThat(now.at("/citations/0/documentId").stringValue()).isEqualTo(own.toString());
        assertThat(now.get("answer").stringValue()).contains("48 hours").doesNotContain("24 hours");
    }

    private JsonNode asked(String question) {
        return post(ANSWERS, "{\"question\":\"" + question + "\"}").json();
    }

    private void install() {
        var answer = post(PATH + "/installations", "{\"version\":\"1.0.0\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    }

    private String status() {
        return get(PATH + "/installations").json().at("/items/0/status").stringValue();
    }
}
