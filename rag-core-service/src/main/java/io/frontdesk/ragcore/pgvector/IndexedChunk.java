package io.frontdesk.ragcore.pgvector;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * A chunk as this index knows it.
 *
 * @param number stands for it in the lists of words
 * @param length of its text, as BM25 measures it
 * @param position in the feed
 */
record IndexedChunk(
        UUID chunk,
        int number,
        UUID tenant,
        UUID base,
        String vocabulary,
        int length,
        List<String> words,
        long position) {

    static IndexedChunk of(ResultSet row) throws SQLException {
        return new IndexedChunk(
                row.getObject("chunk_id", UUID.class),
                row.getInt("number"),
                row.getObject("tenant_id", UUID.class),
                row.getObject("base_id", UUID.class),
                row.getString("vocabulary"),
                row.getInt("length"),
                List.of((String[]) row.getArray("words").getArray()),
                row.getLong("position"));
    }
}
