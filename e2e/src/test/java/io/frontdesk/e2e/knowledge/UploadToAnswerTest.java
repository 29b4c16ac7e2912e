package io.frontdesk.e2e.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.e2e.fleet.Fleet;
import io.frontdesk.e2e.fleet.FleetTest;
import io.frontdesk.e2e.fleet.Tenants;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

@FleetTest
@TestInstance(Lifecycle.PER_CLASS)
class UploadToAnswerTest {
    private final Map<String, String> documents = new LinkedHashMap<>();
    private KnowledgeBase base;

    @BeforeAll
    void upload(Fleet fleet) {
        base = KnowledgeBase.create(new Tenants(fleet).create("Handbook").owner(), "handbook");
        for (var folder : List.of("handbook", "office")) {
            for (var file : Samples.files(folder)) {
                var name = String.valueOf(file.getFileName());
                var answer = base.upload(name, Samples.content(file)).expect(202);
                documents.put(folder + "/" + name, answer.id());
            }
        }
    }

    static List<Samples.Sample> samples() {
        return Samples.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void findsAndCitesWhatADocumentSays(Samples.Sample sample) {
        var id = documents.get(sample.file());
        assertThat(id).as("uploaded").isNotNull();
        // How rare a word is depends on all of them, so that an answer is asked of all.
        documents.values().forEach(base::awaitEnd);
        var document = base.awaitEnd(id);
        assertThat(document.path("status").asString()).as(document.toString()).isEqualTo("ready");

        var hits = base.search(sample.question());

        assertThat(hits)
                .filteredOn(hit -> hit.path("documentId").asString().equals(id))
                .anyMatch(hit -> plain(hit.path("text")).contains(plain(sample.passage())));
        if (sample.answerable()) {
            var answer = base.ask(sample.question());
            assertThat(answer.path("abstained").asBoolean()).as(answer.toString()).isFalse();
            assertThat(citations(answer))
                    .anyMatch(citation -> citation.path("documentId").asString().equals(id));
            requireThatSentencesAreCited(answer);
        }
    }

    @Test
    void coversEveryFileOfTheFolders() {
        assertThat(documents.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        samples().stream().map(Samples.Sample::file).toList());
    }

    @Test
    void refusesWhereNothingSupportsAnAnswer() {
        documents.values().forEach(base::awaitEnd);

        var answer = base.ask("Who won the ice hockey world championship in 1986?");

        assertThat(answer.path("abstained").asBoolean()).as(answer.toString()).isTrue();
        assertThat(citations(answer)).isEmpty();
    }

    @Test
    void recognisesTheSameContentUploadedAgain() {
        var leave = Samples.files("handbook").getFirst();
        var name = String.valueOf(leave.getFileName());

        var again = base.upload(name, Samples.content(leave));

        assertThat(again.ok()).as(again.text()).isTrue();
        assertThat(again.id()).isEqualTo(documents.get("handbook/" + name));
    }

    private static void requireThatSentencesAreCited(JsonNode answer) {
        var text = answer.path("answer").asString();
        assertThat(citations(answer))
                .allSatisfy(citation -> {
                    var start = citation.path("start").asInt(-1);
                    var end = citation.path("end").asInt(-1);
                    assertThat(start).isBetween(0, end);
                    assertThat(end).isLessThanOrEqualTo(text.length());
                    assertThat(citation.path("quote").asString()).isNotBlank();
                    assertThat(citation.path("chunkId").asString()).isNotBlank();
                });
    }

    private static List<JsonNode> citations(JsonNode answer) {
        return KnowledgeBase.items(answer.path("citations")).toList();
    }

    private static String plain(JsonNode text) {
        return plain(text.asString());
    }

    /** White space and case tell nothing: where a line breaks depends on the format. */
    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }
}
