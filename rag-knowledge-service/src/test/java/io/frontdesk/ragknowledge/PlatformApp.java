package io.frontdesk.ragknowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.test.identity.TestTokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** The app with an operator who keeps knowledge of the platform's. */
public abstract class PlatformApp extends KnowledgeApp {

    protected static final String SHELVES = "/api/admin/knowledge/bases";

    protected Answer operator(String method, String path, @Nullable String body) {
        return as(TestTokens.operator(), method, path, body);
    }

    protected Answer as(String token, String method, String path, @Nullable String body) {
        var sent = body == null ? null : BodyPublishers.ofString(body);
        return send(token, method, path, sent, "application/json");
    }

    protected UUID newShelf() {
        var created = operator("POST", SHELVES, "{\"name\":\"Common knowledge\"}");
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        return id(created);
    }

    /** A base of the platform's with one text in it that is ready. */
    protected UUID shelfWith(String title, String text) {
        var shelf = newShelf();
        write(shelf, title, text);
        return shelf;
    }

    protected UUID write(UUID shelf, String title, String text) {
        var body = "{\"title\":\"%s\",\"text\":\"%s\"}".formatted(title, text);
        var path = SHELVES + "/" + shelf + "/documents";
        var document = id(operator("POST", path, body));
        Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .until(
                        () ->
                                operator("GET", path + "/" + document, null)
                                        .json()
                                        .get("status")
                                        .stringValue(),
                        "ready"::equals);
        return document;
    }

    protected void share(UUID shelf, UUID reader) {
        assertThat(operator("PUT", grant(shelf, reader), null).status()).isEqualTo(204);
    }

    protected void revoke(UUID shelf, UUID reader) {
        assertThat(operator("DELETE", grant(shelf, reader), null).status()).isEqualTo(204);
    }

    protected static String grant(UUID shelf, UUID reader) {
        return SHELVES + "/" + shelf + "/tenants/" + reader;
    }
}
