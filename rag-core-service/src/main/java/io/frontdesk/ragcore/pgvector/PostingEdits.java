package io.frontdesk.ragcore.pgvector;

import io.frontdesk.ragcore.pgvector.Postings.Posting;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Changes to the lists of words, gathered so that each row is read and written once. */
final class PostingEdits {
    private static final String KEYS =
            "unnest(:tenants, :bases, :words, :parts) as k (tenant_id, base_id, word, part)";
    private static final String READ =
            """
            select w.tenant_id, w.base_id, w.word, w.part, w.postings
            from %s join indexed_word w using (tenant_id, word, base_id, part)
            """
                    .formatted(KEYS);
    private static final String WRITE =
            """
            insert into indexed_word (tenant_id, base_id, word, part, postings)
            select * from unnest(:tenants, :bases, :words, :parts, :postings)
            on conflict (tenant_id, word, base_id, part) do update set postings = excluded.postings
            """;
    private static final String REMOVE =
            """
            delete from indexed_word w using %s
            where w.tenant_id = k.tenant_id and w.word = k.word and w.base_id = k.base_id
              and w.part = k.part
            """
                    .formatted(KEYS);

    // In the order of the primary key, so that neighbours are written together.
    private final TreeMap<Key, Postings> edits =
            new TreeMap<>(
                    Comparator.comparing(Key::tenant)
                            .thenComparing(Key::word)
                            .thenComparing(Key::base)
                            .thenComparingInt(Key::part));

    private record Key(UUID tenant, UUID base, String word, int part) {}

    void remove(IndexedChunk chunk) {
        for (var word : chunk.words()) {
            at(chunk, word).remove(chunk.number());
        }
    }

    void add(IndexedChunk chunk, Map<String, Integer> counts) {
        for (var word : chunk.words()) {
            var count = counts.getOrDefault(word, 0);
            at(chunk, word).put(new Posting(chunk.number(), count, chunk.length()));
        }
    }

    void write(JdbcClient jdbc) {
        if (edits.isEmpty()) {
            return;
        }
        var present = new HashMap<Key, byte[]>();
        keys(jdbc.sql(READ), List.copyOf(edits.keySet()))
                .query(row -> {
                    var key =
                            new Key(
                                    row.getObject("tenant_id", UUID.class),
                                    row.getObject("base_id", UUID.class),
                                    row.getString("word"),
                                    row.getInt("part"));
                    present.put(key, row.getBytes("postings"));
                });
        var written = new TreeMap<Key, byte[]>(edits.comparator());
        edits.forEach(
                (key, edit) -> written.put(key, edit.edit(present.getOrDefault(key, new byte[0]))));
        var emptied =
                present.keySet().stream()
                        .filter(key -> written.getOrDefault(key, new byte[0]).length == 0)
                        .toList();
        written.values().removeIf(row -> row.length == 0);
        if (!emptied.isEmpty()) {
            keys(jdbc.sql(REMOVE), emptied).update();
        }
        if (!written.isEmpty()) {
            keys(jdbc.sql(WRITE), List.copyOf(written.keySet()))
                    .param("postings", written.values().toArray(byte[][]::new))
                    .update();
        }
    }

    private Postings at(IndexedChunk chunk, String word) {
        var part = chunk.number() / Postings.PART;
        var key = new Key(chunk.tenant(), chunk.base(), chunk.vocabulary() + ':' + word, part);
        return edits.computeIfAbsent(key, made -> new Postings());
    }

    private static StatementSpec keys(StatementSpec statement, List<Key> keys) {
        return statement
                .param("tenants", keys.stream().map(Key::tenant).toArray(UUID[]::new))
                .param("bases", keys.stream().map(Key::base).toArray(UUID[]::new))
                .param("words", keys.stream().map(Key::word).toArray(String[]::new))
                .param("parts", keys.stream().map(Key::part).toArray(Integer[]::new));
    }
}
