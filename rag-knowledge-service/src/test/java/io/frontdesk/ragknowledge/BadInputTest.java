package io.frontdesk.ragknowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadInputTest extends KnowledgeApp {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    search  | {"query":""}                     | query
                    search  | {"query":"x","topK":0}           | topK
                    search  | {"query":"x","topK":51}          | topK
                    search  | {"query":"x","mode":"clever"}    | mode
                    search  | {"query":"x","baseIds":["y"]}    | baseIds
                    search  | {"query":"x","page":2}           | page
                    answers | {"question":"  "}                | question
                    answers | {}                               | question
                    answers | {"question":["a"]}               | question
                    bases   | {"name":""}                      | name
                    bases   | {"title":"x"}                    | title
                    """)
    void namesTheFieldThatIsWrong(String what, String body, String field) {
        var answer = post("/api/knowledge/" + what, body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("errors").toString()).contains("\"field\":\"" + field);
    }

    @Test
    void refusesAnEndlessQuestion() {
        var answer =
                post("/api/knowledge/answers", "{\"question\":\"" + "a".repeat(100_000) + "\"}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("\"field\":\"question\"").hasSizeLessThan(2_000);
    }

    @Test
    void refusesAFileOverTheLimit() {
        var answer = upload(newBase(), "large.txt", new byte[1024 * 1024 + 200_000]);
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body()).contains("\"traceId\"");
    }

    @Test
    void refusesATextOverTheLimit() {
        var text = "{\"title\":\"x\",\"text\":\"" + "a ".repeat(600_000) + "\"}";
        var answer = post("/api/knowledge/bases/" + newBase() + "/documents", text);
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body()).contains("document-too-large");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"url\":\"https://a.example\",\"text\":\"b\",\"title\":\"c\"', textOrUrl",
        "'\"title\":\"c\"', textOrUrl",
        "'\"text\":\"b\"', titled",
        "'\"url\":\"\"', url"
    })
    void takesEitherATextOrAnAddress(String body, String field) {
        var answer = post("/api/knowledge/bases/" + newBase() + "/documents", "{" + body + "}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("\"field\":\"" + field + "\"");
    }

    @Test
    void findsNoBaseOfAnUnknownId() {
        var unknown = UUID.randomUUID();
        assertThat(upload(unknown, "a.txt", "text").status()).isEqualTo(404);
        assertThat(get("/api/knowledge/documents/" + unknown).status()).isEqualTo(404);
        assertThat(get("/api/knowledge/bases/" + unknown).status()).isEqualTo(404);
    }
}
