package io.frontdesk.ragknowledge.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.ragknowledge.KnowledgeApp;
import io.frontdesk.test.identity.TestTokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RoundTripTest extends KnowledgeApp {

    private static final JsonMapper JSON = new JsonMapper();

    @LocalServerPort private int port;
    private ArchiveHttp archives = new ArchiveHttp(0);

    @BeforeEach
    void connect() {
        archives = new ArchiveHttp(port);
    }

    @Test
    void bringsAllOfATenantToAnotherAndNothingOfAThird() throws Exception {
        var stranger = UUID.randomUUID();
        as(stranger, "/api/knowledge/bases", "{\"name\":\"Strange secrets\"}");
        as(stranger, "/api/knowledge/overrides", "{\"question\":\"Strange?\",\"answer\":\"s\"}");
        var base = newBase();
        var big = new byte[900_000];
        new Random(7).nextBytes(big);
        upload(base, "ünï ../code.txt", "The shop opens at nine. 🙂");
        upload(base, "noise.bin", big);
        post(
                "/api/knowledge/overrides",
                "{\"question\":\"Open?\",\"alternatives\":[\"Is it open?\"],\"answer\":\"Line 1\\nLine"
                        + " 2\",\"baseIds\":[\""
                        + base
                        + "\"]}");

        var exported = archives.download(tenant);
        assertThat(exported.statusCode()).isEqualTo(200);
        var entries = ArchiveHttp.entries(exported.body());
        assertThat(entries.keySet())
                .startsWith("bases.json", "documents.jsonl")
                .endsWith("manifest.json")
                .contains("overrides.jsonl", "unanswered.jsonl");
        var everything = new StringBuilder();
        entries.forEach((name, bytes) -> everything.append(name).append(new String(bytes, UTF_8)));
        assertThat(everything).doesNotContain("Strange").contains("Is it open?");
        assertThat(JSON.readTree(entries.get("bases.json"))).hasSize(1);

        var other = UUID.randomUUID();
        as(other, "/api/knowledge/bases", "{\"name\":\"Handbook\"}");
        var done = imported(other, exported.body());
        assertThat(done.get("status").stringValue()).as(done.toString()).isEqualTo("done");
        assertThat(done.get("bases").intValue()).isEqualTo(1);
        assertThat(done.get("documents").intValue()).isEqualTo(2);
        assertThat(done.get("imported").intValue()).isEqualTo(4);

        var again = ArchiveHttp.entries(archives.download(other).body());
        assertThat(bases(again, "name")).containsExactlyInAnyOrder("Handbook", "Handbook (2)");
        assertThat(files(again)).isEqualTo(files(entries));
        assertThat(titles(again)).isEqualTo(titles(entries)).hasSize(2);
        var override = JSON.readTree(again.get("overrides.jsonl")).get("entry");
        assertThat(override.get("answer").stringValue()).isEqualTo("Line 1\nLine 2");
        assertThat(override.at("/baseIds/0").stringValue())
                .isNotEqualTo(base.toString())
                .isIn(bases(again, "id"));
        assertThat(again.get("documents.jsonl")).asString(UTF_8).doesNotContain(base.toString());
    }

    @Test
    void importsAnArchiveOnce() throws Exception {
        upload(newBase(), "a.txt", "Something to keep.");
        var archive = archives.download(tenant).body();
        var other = UUID.randomUUID();
        var first = imported(other, archive).get("id").stringValue();
        assertThat(imported(other, archive).get("id").stringValue()).isEqualTo(first);
        var entries = ArchiveHttp.entries(archives.download(other).body());
        assertThat(bases(entries, "name")).hasSize(1);
        assertThat(imported(tenant, archive).get("id").stringValue()).isNotEqualTo(first);
    }

    @Test
    void importedDocumentsCanBeSearched() throws Exception {
        finished(id(upload(newBase(), "a.txt", "Zebras graze in the morning.")));
        var archive = archives.download(tenant).body();
        var other = UUID.randomUUID();
        imported(other, archive);
        Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .until(() ->
                        as(other, "/api/knowledge/search", "{\"query\":\"zebras graze\"}")
                                        .json()
                                        .get("hits")
                                        .size()
                                == 1);
    }

    private JsonNode imported(UUID who, byte[] archive) throws Exception {
        var accepted = archives.send(who, archive);
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        var path =
                "/knowledge/archive/imports/"
                        + JSON.readTree(accepted.body()).get("id").stringValue();
        return Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .until(
                        () -> send(TestTokens.service(who), "GET", path, null, "a/b").json(),
                        shown -> !shown.get("status").stringValue().equals("running"));
    }

    private Answer as(UUID who, String path, String body) {
        return send(
                TestTokens.owner(who),
                "POST",
                path,
                BodyPublishers.ofString(body),
                "application/json");
    }

    /** The bytes of the files by their sizes: names hold ids. */
    private static Map<Integer, String> files(Map<String, byte[]> entries) {
        var files = new HashMap<Integer, String>();
        entries.forEach((name, bytes) -> {
            if (name.startsWith("documents/")) {
                files.put(bytes.length, new String(bytes, ISO_8859_1));
            }
        });
        assertThat(files).hasSize(2);
        return files;
    }

    private static Map<String, String> titles(Map<String, byte[]> entries) {
        var titles = new HashMap<String, String>();
        new String(entries.getOrDefault("documents.jsonl", new byte[0]), UTF_8)
                .lines()
                .map(JSON::readTree)
                .forEach(line ->
                        titles.put(
                                line.get("fileName").stringValue(),
                                line.get("title").stringValue()
                                        + line.get("createdAt").stringValue()));
        return titles;
    }

    private static List<String> bases(Map<String, byte[]> entries, String field) {
        return JSON.readTree(entries.getOrDefault("bases.json", new byte[0]))
                .valueStream()
                .map(base -> base.get(field).stringValue())
                .toList();
    }
}
