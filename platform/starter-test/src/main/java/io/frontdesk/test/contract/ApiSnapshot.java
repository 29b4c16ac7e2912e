package io.frontdesk.test.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The API document that a service keeps for its consumers and its readers. A change of the API
 * shows in it, and so in the review.
 */
final class ApiSnapshot {
    static final String FILE = "src/test/resources/openapi.json";
    static final String RENEW = "FRONTDESK_RENEW_API";

    private ApiSnapshot() {}

    /** Compares, or writes where asked to; an API without operations needs no file. */
    static void check(Path module, ApiDocument live) {
        var file = module.resolve(FILE);
        var text = text(live);
        try {
            if ("true".equals(System.getenv(RENEW)) && !live.operations().isEmpty()) {
                Files.createDirectories(file.resolveSibling(""));
                Files.writeString(file, text);
            } else if (Files.exists(file) || !live.operations().isEmpty()) {
                assertThat(Files.exists(file) ? Files.readString(file) : "no file")
                        .as(
                                "%s no longer tells the API; see what changed, then renew it by"
                                        + " running this test with %s=true",
                                FILE, RENEW)
                        .isEqualTo(text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(ApiDocument live) {
        var json = (ObjectNode) live.json().deepCopy();
        json.remove("servers"); // names the random port of the test
        return JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        // The order in which fields are described differs from run to run.
                        .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
                        .build()
                        .writeValueAsString(json)
                + "\n";
    }
}
