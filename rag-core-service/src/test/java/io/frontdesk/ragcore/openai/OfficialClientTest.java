package io.frontdesk.ragcore.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.errors.BadRequestException;
import com.openai.errors.InternalServerException;
import com.openai.errors.NotFoundException;
import com.openai.errors.UnexpectedStatusCodeException;
import com.openai.models.embeddings.EmbeddingCreateParams;
import io.frontdesk.ragcore.ModelsTest;
import io.frontdesk.ragcore.embedding.EmbeddingServer.Mood;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** OpenAI's own client for Java, as it comes. */
class OfficialClientTest extends ModelsTest {
    private final OpenAIClient client;

    OfficialClientTest(@LocalServerPort int port) {
        super(port);
        client =
                OpenAIOkHttpClient.builder()
                        .baseUrl("http://localhost:" + port + "/v1")
                        .apiKey(core.token())
                        .maxRetries(0)
                        .build();
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void embedsByEveryModelThatIsListed() {
        var models = client.models().list().data().stream().map(model -> model.id()).toList();
        assertThat(models).contains("bge-small-en-v1.5", "letters", "letters-query");
        for (var model : models) {
            var answer =
                    client.embeddings()
                            .create(
                                    EmbeddingCreateParams.builder()
                                            .model(model)
                                            .inputOfArrayOfStrings(List.of("one", "two"))
                                            .user("someone")
                                            .build());
            assertThat(answer.data()).hasSize(2);
            assertThat(answer.data().getFirst().embedding())
                    .hasSize(model.startsWith("bge") ? 384 : 16);
        }
    }

    @Test
    void tellsWhatIsWrong() {
        assertThatThrownBy(() -> client.embeddings().create(text("other").build()))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("model must be one of");
        assertThatThrownBy(() -> client.embeddings().create(text("letters").input("").build()))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("input[0] must be a text");
        assertThatThrownBy(() ->
                        client.embeddings()
                                .create(
                                        text("letters")
                                                .inputOfArrayOfTokens(List.of(1L, 2L))
                                                .build()))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("token numbers are not taken");
        assertThatThrownBy(() -> client.embeddings().create(text("letters").dimensions(99).build()))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("dimensions must be left out or be 16");
        core.put("/v1/budgets", Map.of("limit", 0));
        assertThatThrownBy(() -> client.embeddings().create(text(DEAR).build()))
                .isInstanceOf(UnexpectedStatusCodeException.class)
                .hasMessageContaining("402")
                .hasMessageContaining("have the budget raised");
        SERVER.mood = Mood.GARBAGE;
        assertThatThrownBy(() -> client.embeddings().create(text("letters").build()))
                .isInstanceOf(InternalServerException.class)
                .hasMessageContaining("gave no usable answer");
    }

    @Test
    void keepsTheFieldsOfAProblem() {
        var answer = core.post("/v1/embeddings", Map.of("model", "other", "input", "a")).body();
        assertThat(answer.path("status").asInt()).isEqualTo(404);
        assertThat(answer.path("type").asString()).endsWith("model-not-found");
        assertThat(answer.at("/error/code").asString()).isEqualTo("model-not-found");
        assertThat(answer.at("/error/message").asString())
                .isEqualTo(answer.path("detail").asString());
        assertThat(core.get("/core/bases/x/model").body().has("error")).isFalse();
    }

    private static EmbeddingCreateParams.Builder text(String model) {
        return EmbeddingCreateParams.builder().model(model).input("hello");
    }
}
