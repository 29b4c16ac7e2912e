package io.frontdesk.ragknowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.test.events.EventProbe;
import io.frontdesk.test.identity.TestTokens;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class KnowledgeFlowTest extends KnowledgeApp {

    private static final String LEAVE =
            """
            # Leave

            ## Annual leave

            You can carry over 240 hours of annual leave to the next year.
            """;

    @Autowired private EventProbe events;

    @Test
    void takesADocumentFromUploadToACitedAnswer() {
        var base = newBase();
        var accepted = upload(base, "leave-types.md", LEAVE);
        assertThat(accepted.status()).isEqualTo(202);
        assertThat(accepted.json().get("status").stringValue()).isEqualTo("queued");

        var document = finished(id(accepted));
        assertThat(document.get("status").stringValue()).isEqualTo("ready");
        assertThat(document.get("title").stringValue()).isEqualTo("Leave");
        assertThat(document.get("mediaType").stringValue()).isEqualTo("text/markdown");
        assertThat(document.get("progress").doubleValue()).isEqualTo(1);
        assertThat(document.get("chunks").intValue()).isEqualTo(1);
        assertThat(document.has("problem")).isFalse();
        events.await("io.frontdesk.knowledge.document-ready", id(accepted).toString());

        var hit =
                post("/api/knowledge/search", "{\"query\":\"annual leave\"}")
                        .json()
                        .get("hits")
                        .get(0);
        assertThat(hit.get("heading").stringValue()).isEqualTo("Annual leave");
        assertThat(hit.get("documentId").stringValue()).isEqualTo(id(accepted).toString());

        var answer =
                post(
                                "/api/knowledge/answers",
                                "{\"question\":\"How many hours of annual leave can I carry"
                                        + " over?\"}")
                        .json();
        var citation = answer.get("citations").get(0);
        assertThat(answer.get("abstained").booleanValue()).isFalse();
        assertThat(answer.get("answer").stringValue())
                .isEqualTo("You can carry over 240 hours of annual leave to the next year.")
                .isEqualTo(citation.get("quote").stringValue());
        assertThat(citation.get("title").stringValue()).isEqualTo("Leave");
    }

    @Test
    void streamsAnAnswerWordByWord() {
        finished(id(upload(newBase(), "leave.md", LEAVE)));
        var stream =
                send(
                        TestTokens.visitor(tenant),
                        "POST",
                        "/api/knowledge/answers",
                        BodyPublishers.ofString(
                                "{\"question\":\"How much annual leave can I carry over?\"}"),
                        "application/json",
                        "text/event-stream");
        assertThat(stream.status()).isEqualTo(200);
        assertThat(stream.body())
                .startsWith("event:token\ndata:{\"text\":\"You \"}")
                .contains("event:citation")
                .contains("event:done\ndata:{\"answer\":");
    }

    @Test
    void recognisesTheSameContentInTheSameBase() {
        var base = newBase();
        var first = id(upload(base, "a.md", LEAVE));
        finished(first);
        var again = upload(base, "b.md", LEAVE);
        assertThat(again.status()).isEqualTo(200);
        assertThat(id(again)).isEqualTo(first);
        assertThat(id(upload(newBase(), "a.md", LEAVE))).isNotEqualTo(first);
        assertThat(get("/api/knowledge/bases/" + base + "/documents").json().get("items"))
                .hasSize(1);
    }

    @Test
    void takesTextAsJsonUnderTheTitleGiven() {
        var base = newBase();
        var accepted =
                post(
                        "/api/knowledge/bases/" + base + "/documents",
                        "{\"title\":\"Opening hours\",\"text\":\"We open at nine in the"
                                + " morning.\"}");
        var document = finished(id(accepted));
        assertThat(document.get("title").stringValue()).isEqualTo("Opening hours");
        assertThat(document.get("mediaType").stringValue()).isEqualTo("text/plain");
    }

    @Test
    void saysWhatIsWrongWithABrokenFileAndTriesItAgainOnDemand() {
        var base = newBase();
        var id = id(upload(base, "broken.pdf", "MZ\u0000 not a document"));
        var problem = finished(id).get("problem");
        assertThat(problem.get("type").stringValue()).endsWith("document-type-mismatch");
        assertThat(problem.get("detail").stringValue()).contains("broken.pdf");
        events.await("io.frontdesk.knowledge.document-failed", id.toString());

        var again = upload(base, "broken.pdf", "MZ\u0000 not a document");
        assertThat(again.status()).isEqualTo(202);
        assertThat(id(again)).isEqualTo(id);
        assertThat(finished(id).get("status").stringValue()).isEqualTo("failed");
    }

    @Test
    void deletesADocumentAndTellsTheOthers() {
        var base = newBase();
        var id = id(upload(base, "leave.md", LEAVE));
        finished(id);
        assertThat(delete("/api/knowledge/documents/" + id).status()).isEqualTo(204);

        var event = events.await("io.frontdesk.knowledge.document-deleted", id.toString());
        assertThat(event.data().get("baseId").stringValue()).isEqualTo(base.toString());
        assertThat(get("/api/knowledge/documents/" + id).status()).isEqualTo(404);
        assertThat(delete("/api/knowledge/documents/" + id).status()).isEqualTo(404);
        assertThat(post("/api/knowledge/search", "{\"query\":\"annual leave\"}").json().get("hits"))
                .as("hits of a deleted document")
                .isEmpty();
    }

    @Test
    void listsDocumentsPageByPage() {
        var base = newBase();
        for (int i = 0; i < 3; i++) {
            upload(base, "n" + i + ".txt", "This is text number " + i);
        }
        var path = "/api/knowledge/bases/" + base + "/documents?limit=2";
        var first = get(path).json();
        assertThat(first.get("items")).hasSize(2);
        var second = get(path + "&cursor=" + first.get("nextCursor").stringValue()).json();
        assertThat(second.get("items")).hasSize(1);
        assertThat(second.get("nextCursor").isNull()).isTrue();
    }

    @Test
    void abstainsWhereThereIsNothingToSearch() {
        var answer = post("/api/knowledge/answers", "{\"question\":\"年休は何日ありますか\"}").json();
        assertThat(answer.get("abstained").booleanValue()).isTrue();
        assertThat(answer.get("citations")).isEmpty();
    }
}
