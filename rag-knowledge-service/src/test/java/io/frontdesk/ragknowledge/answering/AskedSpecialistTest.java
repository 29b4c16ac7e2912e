package io.frontdesk.ragknowledge.answering;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.ragknowledge.KnowledgeApp;
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
}
