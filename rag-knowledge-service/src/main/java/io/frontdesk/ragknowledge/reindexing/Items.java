package io.frontdesk.ragknowledge.reindexing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What a reindexing is made of; to be used across tenants, as the system. */
@Repository
@Transactional
class Items {

    private final JdbcClient jdbc;
    private final Clock clock;

    Items(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Item> in(UUID reindexing, String status, int limit) {
        return jdbc.sql(
                        "select * from reindexing_item where reindexing_id = :id"
                                + " and status = :status order by attempts, subject_id"
                                + " limit :limit")
                .param("id", reindexing)
                .param("status", status)
                .param("limit", limit)
                .query(Items::item)
                .list();
    }

    /** Takes over from the documents what has become of them; one that is gone is done with. */
    void settleDocuments(UUID reindexing) {
        jdbc.sql(
                        """
                        update reindexing_item i
                        set status = case when d.status = 'failed' then 'failed' else 'done' end,
                            problem = d.problem_title, changed_at = :now
                        from reindexing_item j left join document d on d.id = j.subject_id
                        where j.reindexing_id = :id and j.status = 'queued'
                            and (d.id is null or d.status in ('ready', 'failed'))
                            and i.reindexing_id = j.reindexing_id
                            and i.subject_id = j.subject_id and i.status = 'queued'
                        """)
                .param("id", reindexing)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** A cancelled item stays so. */
    void become(Item item, String status, int attempts, @Nullable String problem) {
        jdbc.sql(
                        """
                        update reindexing_item set status = :status, attempts = :attempts,
                            problem = :problem, changed_at = :now
                        where reindexing_id = :reindexing and subject_id = :id
                            and status in ('pending', 'queued')
                        """)
                .param("status", status)
                .param("attempts", attempts)
                .param("problem", problem)
                .param("now", OffsetDateTime.now(clock))
                .param("reindexing", item.reindexingId())
                .param("id", item.id())
                .update();
    }

    private static Item item(ResultSet row, int number) throws SQLException {
        return new Item(
                row.getObject("reindexing_id", UUID.class),
                row.getObject("subject_id", UUID.class),
                row.getObject("tenant_id", UUID.class),
                row.getInt("attempts"));
    }

    /**
     * One document or base of a reindexing.
     *
     * @param attempts that failed so far
     */
    record Item(UUID reindexingId, UUID id, UUID tenant, int attempts) {}
}
