package io.frontdesk.ragcore.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.frontdesk.ragcore.Core;
import io.frontdesk.ragcore.RagCoreTest;
import io.frontdesk.ragcore.index.Vectors;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;

@RagCoreTest
class OpenAiTest {
    private static final String MODEL = "bge-small-en-v1.5";

    private final Core core;

    OpenAiTest(@LocalServerPort int port) {
        core = Core.service(port, UUID.randomUUID());
    }

    @Test
    void embedsOneText() {
        var body =
                core.post("/v1/embeddings", Map.of("model", MODEL, "input", "hello world")).body();

        assertThat(body.path("object").asString()).isEqualTo("list");
        assertThat(body.path("model").asString()).isEqualTo(MODEL);
        assertThat(body.at("/data/0/object").asString()).isEqualTo("embedding");
        assertThat(body.at("/data/0/embedding")).hasSize(384);
        assertThat(body.at("/usage/prompt_tokens").asInt()).isEqualTo(2);
        assertThat(body.at("/usage/total_tokens").asInt()).isEqualTo(2);
    }

    @Test
    void embedsSeveralTextsInBase64() {
        var input = List.of("one", "two");
        var floats = core.post("/v1/embeddings", Map.of("model", MODEL, "input", input)).body();
        var base64 =
                core.post(
                                "/v1/embeddings",
                                Map.of("model", MODEL, "input", input, "encoding_format", "base64"))
                        .body();

        var bytes = Base64.getDecoder().decode(base64.at("/data/1/embedding").asString());
        assertThat(base64.at("/data/1/index").asInt()).isEqualTo(1);
        assertThat(Vectors.floats(bytes)[7])
                .isEqualTo(floats.at("/data/1/embedding/7").floatValue(), within(1e-6f));
    }

    @Test
    void listsItsModels() {
        var models = core.get("/v1/models").body();

        assertThat(models.path("object").asString()).isEqualTo("list");
        assertThat(models.path("data").valueStream().map(m -> m.path("id").asString()))
                .containsExactly(MODEL, MODEL + "-query");
        assertThat(core.get("/v1/models/" + MODEL).body().path("object").asString())
                .isEqualTo("model");
        assertThat(core.get("/v1/models/gpt").status()).isEqualTo(404);
    }

    @Test
    void doesNotPretendToGenerateWithoutALanguageModel() {
        var question = Map.of("role", "user", "content", "Hi");
        var answer =
                core.post(
                        "/v1/chat/completions",
                        Map.of("model", "default", "messages", List.of(question)));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body().path("detail").asString()).contains("frontdesk.generation.models");
    }

    @Test
    void doesNotKnowOtherModels() {
        var answer = core.post("/v1/embeddings", Map.of("model", "other", "input", "a"));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body().path("type").asString()).endsWith("model-not-found");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'input':'a'}|model",
                "{'model':'m'}|input",
                "{'model':'m','input':[]}|input",
                "{'model':'m','input':''}|input[0]",
                "{'model':'m','input':['a',' ']}|input[1]",
                "{'model':'m','input':'a','dimensions':0}|dimensions",
                "{'model':'m','input':[1]}|input[0]",
                "{'model':'m','input':[[1,2]]}|input[0]",
                "{'model':'m','input':'a','encoding_format':'int8'}|encodingFormat",
                "{'model':'m','input':'a','temperature':1}|temperature"
            })
    void namesTheFieldThatIsWrong(String body, String field) {
        var answer = core.call(HttpMethod.POST, "/v1/embeddings", body.replace('\'', '"'));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo(field);
    }
}
