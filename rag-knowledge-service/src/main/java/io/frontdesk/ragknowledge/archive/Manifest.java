package io.frontdesk.ragknowledge.archive;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The last entry of an archive, {@code manifest.json}.
 *
 * @param format always {@link #FORMAT}
 * @param version of the format; a reader refuses newer ones
 * @param id of this archive: it is imported once
 * @param counts of things by their entry
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Manifest(
        String format,
        int version,
        UUID id,
        OffsetDateTime createdAt,
        Map<String, Integer> counts,
        List<Entry> entries) {

    static final String NAME = "manifest.json";
    static final String FORMAT = "frontdesk-knowledge";
    static final int VERSION = 1;

    /** The version comes first: a newer manifest may look quite different. */
    static Manifest of(JsonNode node, JsonMapper json) {
        if (!FORMAT.equals(node.path("format").stringValue(""))) {
            throw new InvalidArchive("This is no archive of a knowledge base.");
        }
        int version = node.path("version").intValue(0);
        if (version > VERSION) {
            throw new InvalidArchive(
                    "The archive is of version %d; this service reads up to %d."
                            .formatted(version, VERSION));
        }
        var manifest = json.treeToValue(node, Manifest.class);
        if (version != VERSION || !manifest.isComplete()) {
            throw new InvalidArchive("The manifest is incomplete.");
        }
        return manifest;
    }

    /** A sender may have left anything out. */
    private boolean isComplete() {
        return areThere(id, createdAt, counts, entries)
                && areThere(counts.values().toArray())
                && areThere(entries.toArray())
                && entries.stream().allMatch(entry -> areThere(entry.name, entry.sha256));
    }

    private static boolean areThere(Object... values) {
        return Stream.of(values).allMatch(Objects::nonNull);
    }

    /**
     * One entry of the archive.
     *
     * @param size in bytes, unpacked
     * @param sha256 in hexadecimal
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Entry(String name, long size, String sha256) {}
}
