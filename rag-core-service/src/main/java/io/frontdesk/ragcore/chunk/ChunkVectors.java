package io.frontdesk.ragcore.chunk;

import io.frontdesk.ragcore.index.Vectors;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The vectors of the current tenant's chunks, by model and content. */
@Repository
class ChunkVectors {
    private final JdbcClient jdbc;

    ChunkVectors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The vectors of drafts by model and content, gathered before they are stored. */
    static final class Gathered {
        private final Map<String, float[]> vectors = new HashMap<>();

        float @Nullable [] of(String model, ChunkDraft draft) {
            return vectors.get(key(model, Chunks.hash(draft)));
        }

        void put(String model, String hash, float[] vector) {
            vectors.put(key(model, hash), vector);
        }

        /** Those without a vector of the model, each content once. */
        List<ChunkDraft> missing(String model, List<ChunkDraft> drafts) {
            var missing = new HashMap<String, ChunkDraft>();
            for (var draft : drafts) {
                if (of(model, draft) == null) {
                    missing.putIfAbsent(Chunks.hash(draft), draft);
                }
            }
            return List.copyOf(missing.values());
        }

        private static String key(String model, String hash) {
            return model + "/" + hash;
        }
    }

    /**
     * A model's vectors of what is stored of a document, by the hash of the content: it may have
     * moved to another place.
     */
    Map<String, float[]> of(UUID document, String model, List<ChunkDraft> drafts) {
        var vectors = new HashMap<String, float[]>();
        jdbc.sql(
                        """
                        select encode(c.content_hash, 'hex'), coalesce(e.embedding, c.embedding)
                        from chunk c
                        left join chunk_embedding e on e.chunk_id = c.id and e.model = :model
                        where c.document_id = :document and c.content_hash = any(:hashes)
                            and (c.model = :model or e.model is not null)
                        """)
                .param("model", model)
                .param("document", document)
                .param("hashes", drafts.stream().map(ChunkDraft::hash).toArray(byte[][]::new))
                .query(row -> {
                    vectors.put(row.getString(1), Vectors.floats(row.getBytes(2)));
                });
        return vectors;
    }

    /** A vector that is about to be replaced. */
    @SuppressWarnings("ArrayRecordComponent") // read only
    record OldVector(String model, String hash, float[] vector) {}

    List<OldVector> at(UUID document, List<Integer> ordinals) {
        return jdbc.sql(
                        """
                        select model, encode(content_hash, 'hex'), embedding from chunk
                        where document_id = :document and ordinal = any(:ordinals)
                        """)
                .param("document", document)
                .param("ordinals", ordinals.toArray(Integer[]::new))
                .query((row, _) ->
                        new OldVector(
                                row.getString(1),
                                row.getString(2),
                                Vectors.floats(row.getBytes(3))))
                .list();
    }
}
