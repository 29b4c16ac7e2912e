package io.frontdesk.calendarplugin.conflict;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.IdGenerator;

/** The conflicts of the tenant's connections; each is open once. */
@Repository
@Transactional
public class Conflicts {
    private final JdbcClient jdbc;
    private final IdGenerator ids;
    private final Clock clock;

    Conflicts(JdbcClient jdbc, IdGenerator ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /** Answers whether it is new. */
    public boolean report(
            UUID connectionId,
            String kind,
            @Nullable UUID bookingId,
            @Nullable String eventId,
            @Nullable Instant start,
            @Nullable Instant end,
            String detail) {
        return jdbc.sql(
                                """
                                insert into conflict (id, connection_id, kind, booking_id, event_id, starts_at,
                                    ends_at, detail, detected_at)
                                values (:id, :connection, :kind, :booking, :event, :start, :end, :detail, :now)
                                on conflict (connection_id, kind, coalesce(booking_id::text, ''),
                                    coalesce(event_id, '')) where resolved_at is null do nothing
                                """)
                        .param("id", ids.generateId())
                        .param("connection", connectionId)
                        .param("kind", kind)
                        .param("booking", bookingId)
                        .param("event", eventId)
                        .param("start", start == null ? null : start.atOffset(ZoneOffset.UTC))
                        .param("end", end == null ? null : end.atOffset(ZoneOffset.UTC))
                        .param("detail", detail)
                        .param("now", OffsetDateTime.now(clock))
                        .update()
                == 1;
    }

    /** All that was open about the booking's event is settled. */
    public void settle(UUID connectionId, UUID bookingId) {
        jdbc.sql(
                        """
                        update conflict set resolved_at = :now
                        where connection_id = :connection and booking_id = :booking and kind <> 'overlap'
                            and resolved_at is null
                        """)
                .param("now", OffsetDateTime.now(clock))
                .param("connection", connectionId)
                .param("booking", bookingId)
                .update();
    }

    /** Overlaps of spans that are no longer there, or of all but the given ones. */
    public void settleOverlaps(UUID connectionId, Collection<String> spans, boolean allBut) {
        jdbc.sql(
                        """
                        update conflict set resolved_at = :now
                        where connection_id = :connection and kind = 'overlap' and resolved_at is null
                            and (event_id = any(:spans)) <> :allBut
                        """)
                .param("now", OffsetDateTime.now(clock))
                .param("connection", connectionId)
                .param("spans", spans.toArray(String[]::new))
                .param("allBut", allBut)
                .update();
    }

    /** The open ones, newest first. */
    public List<Conflict> open(UUID connectionId, int limit, @Nullable UUID before) {
        return jdbc.sql(
                        """
                        select * from conflict
                        where connection_id = :connection and resolved_at is null
                            and (:before::uuid is null or id < :before::uuid)
                        order by id desc limit :limit
                        """)
                .param("connection", connectionId)
                .param("before", before)
                .param("limit", limit)
                .query(Conflicts::conflict)
                .list();
    }

    private static Conflict conflict(ResultSet row, int number) throws SQLException {
        var start = row.getObject("starts_at", OffsetDateTime.class);
        var end = row.getObject("ends_at", OffsetDateTime.class);
        return new Conflict(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getObject("booking_id", UUID.class),
                row.getString("event_id"),
                start == null ? null : start.toInstant(),
                end == null ? null : end.toInstant(),
                row.getString("detail"),
                row.getObject("detected_at", OffsetDateTime.class).toInstant());
    }
}
