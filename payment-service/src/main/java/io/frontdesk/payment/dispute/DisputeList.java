package io.frontdesk.payment.dispute;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The disputes of the tenant. */
@Repository
class DisputeList {
    private final JdbcClient jdbc;
    private final Clock clock;

    DisputeList(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Dispute get(UUID id) {
        return jdbc.sql("select * from payment_dispute where id = ?")
                .param(id)
                .query(Dispute::of)
                .optional()
                .orElseThrow(() -> new UnknownDispute(id));
    }

    @Transactional
    void evidenceSent(UUID id) {
        jdbc.sql("update payment_dispute set evidence_sent_at = ? where id = ?")
                .params(Timestamp.from(clock.instant()), id)
                .update();
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    List<Dispute> list(@Nullable String status, @Nullable UUID cursor, int limit) {
        return jdbc.sql(
                        """
                        select * from payment_dispute
                        where (cast(:status as text) is null or status = :status)
                          and (cast(:cursor as uuid) is null or id < :cursor)
                        order by id desc limit :limit
                        """)
                .param("status", status)
                .param("cursor", cursor)
                .param("limit", limit)
                .query(Dispute::of)
                .list();
    }
}
