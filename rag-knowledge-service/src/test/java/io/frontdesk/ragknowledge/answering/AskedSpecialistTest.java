package io.frontdesk.ragknowledge.answering;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.ragknowledge.KnowledgeApp;
import io.frontdesk.test.identity.TestTokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AskedSpecialistTest extends KnowledgeApp {

    @Test
    void doesNotKnowAForeignAgent() {
        var answer =
                post(
                        "/api/knowledge/answers",
                        "{\"question\":\"What is open?\",\"agentId\":\""
                                + UUID.randomUUID()
                                + "\"}");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("agent-not-found");
    }

    @Test
    void refusesInTheStandardWordsWhereNothingIsKnown() {
        var answer = post("/api/knowledge/answers", "{\"question\":\"What is open?\"}").json();

        assertThat(answer.get("abstained").booleanValue()).isTrue();
        assertThat(answer.get("reason").stringValue()).isEqualTo("no-support");
    }

    @Test
    void keepsNoQuestionThatAServiceAsksInItsOwnName() {
        var question = BodyPublishers.ofString("{\"question\":\"Is this a probe?\"}");
        var service = TestTokens.service(tenant);

        var probe = send(service, "POST", "/api/knowledge/answers", question, "application/json");

        assertThat(probe.json().get("abstained").booleanValue()).isTrue();
        assertThat(get("/api/knowledge/unanswered").json().get("items")).isEmpty();
        assertThat(get("/api/knowledge/usage").json().at("/used/questions").intValue()).isZero();
    }
}
