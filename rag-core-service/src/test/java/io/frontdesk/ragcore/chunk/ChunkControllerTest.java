package io.frontdesk.ragcore.chunk;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.ragcore.Core;
import io.frontdesk.ragcore.RagCoreTest;
import io.frontdesk.test.identity.TestTokens;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;

@RagCoreTest
class ChunkControllerTest {
    private final UUID tenant = UUID.randomUUID();
    private final UUID base = UUID.randomUUID();
    private final UUID document = UUID.randomUUID();
    private final String chunks = "/core/documents/" + document + "/chunks";

    private final int port;
    private final Core core;

    ChunkControllerTest(@LocalServerPort int port) {
        this.port = port;
        core = Core.service(port, tenant);
    }

    @Test
    void findsAtOnceWhatWasStored() {
        var stored = core.store(base, document, "Sick leave is 13 days.", "Parking is free.");

        assertThat(stored.status()).isEqualTo(200);
        assertThat(stored.body().path("stored").asInt()).isEqualTo(2);
        for (var mode : List.of("hybrid", "dense", "lexical")) {
            assertThat(core.search("sick leave", mode)).first().isEqualTo("Sick leave is 13 days.");
        }
    }

    @Test
    void keepsWhatIsTheSame() {
        core.store(base, document, "Sick leave.", "Parking.");
        var before = items();
        core.store(base, document, "Sick leave.", "Parking is free.");

        assertThat(items().getFirst()).isEqualTo(before.getFirst());
        assertThat(items().getLast()).endsWith("Parking is free.");
        assertThat(core.search("parking", "lexical")).containsExactly("Parking is free.");
    }

    @Test
    void movesADocumentToAnotherBase() {
        core.store(base, document, "Sick leave.");
        var elsewhere = UUID.randomUUID();
        core.store(elsewhere, document, "Sick leave.");

        assertThat(hits(base)).isZero();
        assertThat(hits(elsewhere)).isEqualTo(1);
    }

    @Test
    void tellsWhatIsStoredSoThatIngestionCanResume() {
        core.store(base, document, "one", "two", "three");

        assertThat(core.get(chunks + "/ordinals").body().toString())
                .isEqualTo("{\"ordinals\":[0,1,2]}");
        assertThat(
                        core.get("/core/documents/" + UUID.randomUUID() + "/chunks/ordinals")
                                .body()
                                .toString())
                .isEqualTo("{\"ordinals\":[]}");
    }

    @Test
    void removesTheEndOfAShorterVersion() {
        core.store(base, document, "sick one", "sick two", "sick three");
        var answer = core.put("/core/documents/" + document + "/chunk-count", Map.of("count", 1));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(core.search("sick", "lexical")).containsExactly("sick one");
    }

    @Test
    void listsPageByPage() {
        core.store(base, document, "one", "two", "three");

        var first = core.get(chunks + "?limit=2").body();
        var second =
                core.get(chunks + "?limit=2&cursor=" + first.path("nextCursor").asString()).body();

        assertThat(first.path("items")).hasSize(2);
        assertThat(second.path("items")).hasSize(1);
        assertThat(second.path("nextCursor").isNull()).isTrue();
    }

    @Test
    void deletesAndDeletesAgain() {
        core.store(base, document, "Sick leave.");

        assertThat(core.delete(chunks).status()).isEqualTo(204);
        assertThat(core.delete(chunks).status()).isEqualTo(204);
        assertThat(core.search("sick", "hybrid")).isEmpty();
    }

    @Test
    void showsAnotherTenantNothing() {
        core.store(base, document, "Sick leave.");
        var other = Core.service(port, UUID.randomUUID());

        assertThat(other.search("sick leave", "hybrid")).isEmpty();
        assertThat(other.get(chunks).body().path("items")).isEmpty();
        other.delete(chunks);
        other.store(base, document, "Their own.");
        assertThat(core.search("sick", "lexical")).containsExactly("Sick leave.");
    }

    @Test
    void refusesMoreThanABatch() {
        var texts = IntStream.range(0, 65).mapToObj(i -> "text").toArray(String[]::new);

        assertThat(core.store(base, document, texts).body().at("/errors/0/field").asString())
                .isEqualTo("chunks");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|chunks",
                "{'chunks':[]}|chunks",
                "{'chunks':[null]}|chunks[0]",
                "{'chunks':[{'ordinal':0}]}|chunks[0].text",
                "{'chunks':[{'ordinal':-1,'text':'a'}]}|chunks[0].ordinal",
                "{'chunks':[{'ordinal':'x','text':'a'}]}|chunks[0].ordinal",
                "{'chunks':[{'ordinal':0,'text':'a'},{'ordinal':0,'text':'b'}]}|chunks",
                "{'chunks':[{'ordinal':0,'text':'a','page':0}]}|chunks[0].page",
                "{'chunks':[{'ordinal':0,'text':'a','pages':1}]}|chunks[0].pages",
                "{'chunks':[{'ordinal':0,'text':'a','headings':[null]}]}|chunks[0].headings[0]",
                "{'chunks':[{'ordinal':0,'text':'\\u0000'}]}|chunks[0].text",
                "{'chunks':[{'ordinal':0,'text':'\\ud800 a'}]}|chunks[0].text"
            })
    void namesTheFieldThatIsWrong(String body, String field) {
        var path = "/core/bases/" + base + "/documents/" + document + "/chunks";
        var answer = core.call(HttpMethod.PUT, path, body.replace('\'', '"'));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo(field);
    }

    @Test
    void needsATenantAndARoleThatMayWrite() {
        var x = new Core(port, TestTokens.operator()).store(base, document, "a");
        System.out.println("XX" + x);
        assertThat(x.status()).isEqualTo(400);
        assertThat(new Core(port, TestTokens.visitor(tenant)).store(base, document, "a").status())
                .isEqualTo(403);
        assertThat(new Core(port, TestTokens.forged(tenant)).store(base, document, "a").status())
                .isEqualTo(401);
    }

    private List<String> items() {
        return core.get(chunks)
                .body()
                .path("items")
                .valueStream()
                .map(item -> item.path("chunkId").asString() + " " + item.path("text").asString())
                .toList();
    }

    private int hits(UUID within) {
        var query = Map.of("query", "sick", "baseIds", List.of(within));
        return core.post("/core/search", query).body().path("hits").size();
    }
}
