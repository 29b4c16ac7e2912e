package io.frontdesk.ragknowledge.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HostileArchiveTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final ArchiveProperties LIMITS =
            new ArchiveProperties(
                    DataSize.ofMegabytes(10),
                    DataSize.ofMegabytes(64),
                    DataSize.ofMegabytes(20),
                    50,
                    10,
                    2);
    private static final String THING = "{\"id\":\"" + UUID.randomUUID() + "\"}\n";

    @TempDir private Path folder;

    @Test
    void acceptsWhatAgreesWithItsManifest() throws IOException {
        verify(entries("things.jsonl", THING, "documents/x", "content"));
    }

    @Test
    void refusesWhatIsNoArchive() throws IOException {
        refuses(new byte[0], "no readable ZIP");
        refuses("PK\u0003\u0004 but nothing else".getBytes(UTF_8), "no readable ZIP");
        refuses(ArchiveHttp.zip(Map.of("a", new byte[1])), "no manifest");
        var whole = ArchiveHttp.zip(sealed(entries("things.jsonl", THING), 1, THING));
        refuses(java.util.Arrays.copyOf(whole, whole.length - 30), "");
    }

    @Test
    void refusesOtherAndNewerManifests() throws IOException {
        refuses(Map.of("manifest.json", "[]".getBytes(UTF_8)), "no archive of a knowledge base");
        refuses(Map.of("manifest.json", "{".getBytes(UTF_8)), "cannot be read");
        refuses(Map.of("manifest.json", "[".repeat(100_000).getBytes(UTF_8)), "cannot be read");
        refuses(sealed(entries("things.jsonl", THING), 2, null), "version 2");
        var format = "{\"format\":\"frontdesk-knowledge\",\"version\":1";
        refuses(Map.of("manifest.json", (format + "}").getBytes(UTF_8)), "incomplete");
        refuses(
                Map.of("manifest.json", (format + ",\"entries\":[null]}").getBytes(UTF_8)),
                "incomplete");
        refuses(
                Map.of("manifest.json", (format + ",\"id\":\"../x\"}").getBytes(UTF_8)),
                "cannot be read");
    }

    @Test
    void refusesWhatDoesNotMatchTheManifest() throws IOException {
        var changed = sealed(entries("things.jsonl", THING), 1, null);
        changed.put("things.jsonl", (THING + " ").getBytes(UTF_8));
        refuses(changed, "checksum of 'things.jsonl'");
        changed.put("things.jsonl", THING.replace('\n', ' ').getBytes(UTF_8));
        refuses(changed, "checksum of 'things.jsonl'");
        var more = sealed(entries("things.jsonl", THING), 1, null);
        more.put("../../etc/passwd", new byte[1]);
        refuses(more, "other entries");
        var less = sealed(entries("things.jsonl", THING, "a", "b"), 1, null);
        less.remove("a");
        refuses(less, "other entries");
        refuses(sealed(entries("things.jsonl", THING + THING), 1, THING), "number of things");
        refuses(sealed(entries("things.jsonl", "{\"no\":1}\n"), 1, "x"), "no id");
        refuses(sealed(entries("things.jsonl", "{\"id\":"), 1, "x"), "cannot be read");
    }

    @Test
    void refusesBombs() throws IOException {
        var bomb = entries("things.jsonl", THING);
        bomb.put("documents/bomb", new byte[15 * 1024 * 1024]);
        refuses(sealed(bomb, 1, null), "unpacks to more");
        var many = entries("things.jsonl", THING);
        for (int i = 0; i < 60; i++) {
            many.put("documents/" + i, new byte[1]);
        }
        refuses(sealed(many, 1, null), "More than 50 entries");
    }

    private void refuses(Map<String, byte[]> entries, String why) throws IOException {
        refuses(ArchiveHttp.zip(entries), why);
    }

    private void refuses(byte[] archive, String why) {
        assertThatThrownBy(() -> verify(archive))
                .isInstanceOf(InvalidArchive.class)
                .hasMessageContaining(why);
    }

    private void verify(Map<String, byte[]> entries) throws IOException {
        verify(ArchiveHttp.zip(sealed(entries, 1, null)));
    }

    private void verify(byte[] archive) throws IOException {
        var file = folder.resolve("archive.zip");
        Files.write(file, archive);
        try (var open = ArchiveFile.open(file, JSON)) {
            open.verify(List.of(new Things()), archive.length, LIMITS);
            assertThat(open.manifest().version()).isEqualTo(1);
        }
    }

    private static Map<String, byte[]> entries(String... pairs) {
        var entries = new LinkedHashMap<String, byte[]>();
        for (int i = 0; i < pairs.length; i += 2) {
            entries.put(pairs[i], pairs[i + 1].getBytes(UTF_8));
        }
        return entries;
    }

    /** With a manifest that fits; it counts one thing for {@code counted}, else what there is. */
    private static Map<String, byte[]> sealed(
            Map<String, byte[]> entries, int version, @Nullable String counted) {
        var described = new ArrayList<Manifest.Entry>();
        entries.forEach((name, bytes) -> {
            var hash = HexFormat.of().formatHex(Outgoing.sha256().digest(bytes));
            described.add(new Manifest.Entry(name, bytes.length, hash));
        });
        var things = new String(entries.getOrDefault("things.jsonl", new byte[0]), UTF_8);
        var count = counted != null ? 1 : (int) things.lines().count();
        var manifest =
                new Manifest(
                        "frontdesk-knowledge",
                        version,
                        UUID.randomUUID(),
                        java.time.OffsetDateTime.parse("2026-01-01T00:00:00Z"),
                        Map.of("things.jsonl", count),
                        described);
        var sealed = new LinkedHashMap<>(entries);
        sealed.put("manifest.json", JSON.writeValueAsBytes(manifest));
        return sealed;
    }

    private static final class Things implements Section {
        @Override
        public String entry() {
            return "things.jsonl";
        }

        @Override
        public void write(Outgoing out) {}

        @Override
        public void check(JsonNode item) {
            if (!item.has("id")) {
                throw new InvalidArchive("no id");
            }
        }

        @Override
        public UUID read(Incoming item) {
            return UUID.randomUUID();
        }
    }
}
