package io.frontdesk.ragknowledge.erasure;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.IdGenerator;

/** The erasures of the tenant at hand. */
@Repository
@Transactional
class Erasures {

    private final JdbcClient jdbc;
    private final ErasureQueue queue;
    private final IdGenerator ids;
    private final Clock clock;

    Erasures(JdbcClient jdbc, ErasureQueue queue, IdGenerator ids, Clock clock) {
        this.jdbc = jdbc;
        this.queue = queue;
        this.ids = ids;
        this.clock = clock;
    }

    /** Begins an erasure, unless one is running: then that. */
    Erasure begin(UUID tenant) {
        var running =
                jdbc.sql(
                                """
                                insert into erasure as begun (id, status, started_at)
                                values (:id, 'running', :now)
                                on conflict (tenant_id) where status = 'running'
                                    do update set started_at = begun.started_at
                                returning id
                                """)
                        .param("id", ids.generateId())
                        .param("now", OffsetDateTime.now(clock))
                        .query((row, _) -> row.getObject(1, UUID.class))
                        .single();
        queue.add(tenant, running);
        return find(running).orElseThrow();
    }

    Optional<Erasure> find(UUID id) {
        return jdbc.sql("select * from erasure where id = :id")
                .param("id", id)
                .query((row, _) ->
                        new Erasure(
                                id,
                                row.getString("status"),
                                row.getObject("started_at", OffsetDateTime.class),
                                row.getObject("finished_at", OffsetDateTime.class),
                                removed(id)))
                .optional();
    }

    /** With the deletion itself, so that the receipt is right after a stop as well. */
    void count(UUID id, String kind, long removed) {
        jdbc.sql(
                        """
                        insert into erasure_count as counted (erasure_id, kind, removed)
                        values (:id, :kind, :removed)
                        on conflict (erasure_id, kind)
                            do update set removed = counted.removed + excluded.removed
                        """)
                .param("id", id)
                .param("kind", kind)
                .param("removed", removed)
                .update();
    }

    void done(UUID id) {
        jdbc.sql("update erasure set status = 'done', finished_at = :now where id = :id")
                .param("now", OffsetDateTime.now(clock))
                .param("id", id)
                .update();
    }

    private Map<String, Long> removed(UUID id) {
        var removed = new TreeMap<String, Long>();
        jdbc.sql("select kind, removed from erasure_count where erasure_id = :id")
                .param("id", id)
                .query(row -> {
                    removed.put(row.getString(1), row.getLong(2));
                });
        return removed;
    }
}
