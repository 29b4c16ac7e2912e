package io.frontdesk.ragcore.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.ragcore.Core;
import io.frontdesk.ragcore.RagCoreTest;
import io.frontdesk.test.identity.TestTokens;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;

@RagCoreTest
class SearchControllerTest {
    private final UUID tenant = UUID.randomUUID();
    private final int port;
    private final Core core;

    SearchControllerTest(@LocalServerPort int port) {
        this.port = port;
        core = Core.service(port, tenant);
    }

    @BeforeEach
    void store() {
        core.store(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "Sick leave is 13 days.",
                "Employees earn paid time off for holidays and rest every pay period.",
                "Laptops are replaced every third year.");
    }

    @Test
    void givesTheScoresOfItsParts() {
        var hit =
                core.post("/core/search", Map.of("query", "sick leave days")).body().at("/hits/0");

        assertThat(hit.path("text").asString()).isEqualTo("Sick leave is 13 days.");
        assertThat(hit.path("title").asString()).isEqualTo("Handbook");
        assertThat(hit.path("headings").isArray()).isTrue();
        assertThat(hit.path("page").isNull()).isTrue();
        assertThat(hit.path("score").floatValue()).isBetween(0.99f, 1f);
        assertThat(hit.path("denseScore").floatValue()).isBetween(0.6f, 1f);
        assertThat(hit.path("lexicalScore").floatValue()).isPositive();
    }

    @Test
    void findsAParaphraseByMeaning() {
        assertThat(core.search("may I swap my old notebook", "dense").getFirst())
                .startsWith("Laptops are replaced");
        assertThat(core.search("may I swap my old notebook", "hybrid").getFirst())
                .startsWith("Laptops are replaced");
    }

    @Test
    void searchesNoBaseWhereNoneIsNamed() {
        var answer = core.post("/core/search", Map.of("query", "sick", "baseIds", List.of()));

        assertThat(answer.body().path("hits")).isEmpty();
    }

    @Test
    void givesNoMoreThanWanted() {
        var answer = core.post("/core/search", Map.of("query", "leave", "topK", 1));

        assertThat(answer.body().path("hits")).hasSize(1);
    }

    @Test
    void letsAVisitorsQuestionThrough() {
        assertThat(new Core(port, TestTokens.visitor(tenant)).search("sick", "hybrid"))
                .isNotEmpty();
        assertThat(
                        new Core(port, TestTokens.operator())
                                .post("/core/search", Map.of("query", "a"))
                                .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\u0000",
                "\\ud800",
                "日本語の質問",
                "كيف حالك؟",
                "AND ( \\\" ~ * ? :",
                "🎉",
                "'; drop"
            })
    void takesAnyQuestion(String query) {
        for (var mode : List.of("hybrid", "dense", "lexical")) {
            var body = "{\"query\":\"" + query + "\",\"mode\":\"" + mode + "\"}";

            assertThat(core.call(HttpMethod.POST, "/core/search", body).status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|query",
                "{'query':'  '}|query",
                "{'query':{}}|query",
                "{'query':'a','mode':'best'}|mode",
                "{'query':'a','topK':0}|topK",
                "{'query':'a','topK':101}|topK",
                "{'query':'a','baseIds':['x']}|baseIds[0]",
                "{'query':'a','baseIds':[null]}|baseIds[0]",
                "{'query':'a','limit':3}|limit"
            })
    void namesTheFieldThatIsWrong(String body, String field) {
        var answer = core.call(HttpMethod.POST, "/core/search", body.replace('\'', '"'));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo(field);
    }

    @Test
    void refusesAQuestionOfThatSize() {
        var answer = core.post("/core/search", Map.of("query", "word ".repeat(20_000)));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo("query");
    }
}
