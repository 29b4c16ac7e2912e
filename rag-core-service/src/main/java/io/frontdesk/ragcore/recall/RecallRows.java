package io.frontdesk.ragcore.recall;

import io.frontdesk.ragcore.index.Vectors;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows that an index is compared with. */
@Repository
class RecallRows {
    private static final UUID FIRST = new UUID(0, 0);
    private static final int FETCHED = 500;

    // From each tenant straight to the next, not through all of its chunks.
    private static final String TENANTS =
            """
            with recursive tenant (id) as (
                (select tenant_id from chunk where tenant_id > :after order by tenant_id limit 1)
                union all
                select (select c.tenant_id from chunk c where c.tenant_id > tenant.id
                        order by c.tenant_id limit 1)
                from tenant where tenant.id is not null)
            select id from tenant where id is not null limit :limit
            """;
    private static final String VECTORS =
            """
            select id, embedding from chunk where model = :model and position <= :position
            union all
            select c.id, e.embedding from chunk_embedding e join chunk c on c.id = e.chunk_id
            where e.model = :model and c.model <> :model and c.position <= :position
            """;

    private final JdbcClient jdbc;

    RecallRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A chunk's vector. */
    @SuppressWarnings("ArrayRecordComponent") // a value that is passed on once, never compared
    record Row(String model, float[] vector) {}

    /** Takes the vectors in turn, until it wants no more. */
    interface Reader {
        boolean read(UUID chunk, float[] vector);
    }

    long position() {
        return jdbc.sql("select position from chunk_feed").query(Long.class).single();
    }

    /**
     * The tenants with chunks behind one in the order of ids; from the start where none is named.
     */
    List<UUID> tenants(@Nullable UUID after, int limit) {
        return jdbc.sql(TENANTS)
                .param("after", after == null ? FIRST : after)
                .param("limit", limit)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    List<Row> sample(int size) {
        return jdbc.sql(
                        """
                        select model, embedding from chunk where id in (
                            select id from chunk order by random() limit :size)
                        """)
                .param("size", size)
                .query((row, number) -> new Row(row.getString(1), Vectors.floats(row.getBytes(2))))
                .list();
    }

    /** Reads all vectors of a model that the feed had at a position. */
    void vectors(String model, long position, Reader reader) {
        jdbc.sql(VECTORS)
                .withFetchSize(FETCHED)
                .param("model", model)
                .param("position", position)
                .query(rows -> {
                    var wanted = true;
                    while (wanted && rows.next()) {
                        wanted =
                                reader.read(
                                        rows.getObject(1, UUID.class),
                                        Vectors.floats(rows.getBytes(2)));
                    }
                    return wanted;
                });
    }
}
