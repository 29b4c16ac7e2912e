package io.frontdesk.admincustomerrag;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What the tenants of the stand-in have. */
public final class KnowledgeShelves {
    private final Map<UUID, Shelf> shelves = new ConcurrentHashMap<>();

    /** A document of a base. */
    public record Doc(UUID id, UUID base, String text) {}

    /** What one tenant has. */
    public record Shelf(Map<UUID, String> bases, Map<UUID, Doc> documents, Map<UUID, UUID> agents) {
        public UUID addBase() {
            var id = UUID.randomUUID();
            bases.put(id, "Base");
            return id;
        }

        public UUID addDocument(UUID base, String text) {
            var id = UUID.randomUUID();
            documents.put(id, new Doc(id, base, text));
            return id;
        }

        UUID addAgent(UUID base) {
            var id = UUID.randomUUID();
            agents.put(id, base);
            return id;
        }

        public void clear() {
            bases.clear();
            documents.clear();
            agents.clear();
        }
    }

    public Shelf of(UUID tenant) {
        return shelves.computeIfAbsent(
                tenant,
                _ ->
                        new Shelf(
                                new ConcurrentHashMap<>(),
                                new ConcurrentHashMap<>(),
                                new ConcurrentHashMap<>()));
    }

    void forget() {
        shelves.clear();
    }

    List<Shelf> all() {
        return List.copyOf(shelves.values());
    }

    List<UUID> others(UUID tenant) {
        return shelves.keySet().stream().filter(other -> !other.equals(tenant)).toList();
    }

    /** Tenants who have something. */
    public List<UUID> occupied() {
        return shelves.entrySet().stream()
                .filter(each -> !each.getValue().bases().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    List<UUID> bases(List<Shelf> seen) {
        return seen.stream().flatMap(shelf -> shelf.bases().keySet().stream()).toList();
    }

    List<UUID> documents(List<Shelf> seen) {
        return seen.stream().flatMap(shelf -> shelf.documents().keySet().stream()).toList();
    }

    Map<String, Object> usage(List<Shelf> seen) {
        int documents = documents(seen).size();
        return Map.of(
                "month",
                "2026-11",
                "documents",
                documents,
                "bytes",
                10,
                "chunks",
                documents,
                "bases",
                bases(seen).size(),
                "questions",
                7,
                "overrides",
                0,
                "new",
                1);
    }

    /** Those that share a word. */
    static List<Doc> matching(List<Shelf> seen, String query) {
        var words = List.of(query.toLowerCase(Locale.ROOT).split("\\W+", -1));
        return seen.stream()
                .flatMap(shelf -> shelf.documents().values().stream())
                .filter(doc ->
                        Arrays.stream(doc.text().toLowerCase(Locale.ROOT).split("\\W+", -1))
                                .anyMatch(words::contains))
                .toList();
    }

    byte[] zip(List<Shelf> seen) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("archive.json"));
            zip.write("{}".getBytes(StandardCharsets.UTF_8));
            for (var shelf : seen) {
                for (var doc : shelf.documents().values()) {
                    zip.putNextEntry(new ZipEntry("bases/" + doc.base() + "/" + doc.id()));
                    zip.write(doc.text().getBytes(StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
