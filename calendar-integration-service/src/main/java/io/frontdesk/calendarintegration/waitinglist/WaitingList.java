package io.frontdesk.calendarintegration.waitinglist;

import io.frontdesk.calendarintegration.booking.Attendee;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Those of the tenant at hand who wait, first come first. */
@Repository
@Transactional
class WaitingList {
    private final JdbcClient jdbc;
    private final Clock clock;

    WaitingList(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(UUID id, WaitingController.NewWaiting waiting) {
        var attendee = waiting.attendee();
        jdbc.sql(
                        """
                        insert into waiting values (:id, default, :offering, :resource, :from, :to,
                            :name, :email, :zone, 'waiting', null, :now)
                        """)
                .param("id", id)
                .param("offering", waiting.offeringId())
                .param("resource", waiting.resourceId())
                .param("from", waiting.from())
                .param("to", waiting.to())
                .param("name", attendee.name().strip())
                .param("email", attendee.email())
                .param("zone", attendee.timeZone())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    Waiting get(UUID id) {
        settle();
        return jdbc.sql("select * from waiting where id = :id")
                .param("id", id)
                .query(WaitingList::waiting)
                .optional()
                .orElseThrow(() -> new WaitingNotFound(id));
    }

    /** Newest first; {@code before} is the last id of the page before. */
    List<Waiting> list(int limit, @Nullable UUID before) {
        settle();
        return jdbc.sql(
                        """
                        select * from waiting where :before::uuid is null or id < :before::uuid
                        order by id desc limit :limit
                        """)
                .param("before", before)
                .param("limit", limit)
                .query(WaitingList::waiting)
                .list();
    }

    /** Whether anybody waits for a slot in this time. */
    boolean concerns(Instant from, Instant to) {
        return jdbc.sql(
                        """
                        select exists (select from waiting
                            where status = 'waiting' and from_at < :to and to_at > :from)
                        """)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /** Who waits for a slot in this time, first come first; {@code after} is the last one seen. */
    List<Waiting> next(Instant from, Instant to, @Nullable UUID after, int limit) {
        settle();
        return jdbc.sql(
                        """
                        select * from waiting
                        where status = 'waiting' and from_at < :to and to_at > :from
                          and (:after::uuid is null or id > :after::uuid)
                        order by id limit :limit
                        """)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .param("after", after)
                .param("limit", limit)
                .query(WaitingList::waiting)
                .list();
    }

    /** Whether the entry still waited, so that the offer is made. */
    boolean offered(UUID id, UUID hold) {
        return jdbc.sql(
                                """
                                update waiting set status = 'offered', hold_id = :hold
                                where id = :id and status = 'waiting'
                                """)
                        .param("id", id)
                        .param("hold", hold)
                        .update()
                > 0;
    }

    void cancel(UUID id) {
        jdbc.sql("update waiting set status = 'cancelled' where id = :id and status <> 'accepted'")
                .param("id", id)
                .update();
    }

    /** Takes over what became of the holds that were offered. */
    private void settle() {
        jdbc.sql(
                        """
                        update waiting set status =
                            case when hold.status = 'booked' then 'accepted' else 'lapsed' end
                        from hold
                        where waiting.status = 'offered' and hold.id = waiting.hold_id
                          and (hold.status <> 'held' or hold.expires_at <= :now)
                        """)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    private static Waiting waiting(ResultSet row, int number) throws SQLException {
        return new Waiting(
                row.getObject("id", UUID.class),
                row.getObject("offering_id", UUID.class),
                row.getObject("resource_id", UUID.class),
                row.getObject("from_at", OffsetDateTime.class),
                row.getObject("to_at", OffsetDateTime.class),
                new Attendee(
                        row.getString("attendee_name"),
                        row.getString("attendee_email"),
                        row.getString("attendee_time_zone")),
                row.getString("status"),
                row.getObject("hold_id", UUID.class),
                row.getObject("created_at", OffsetDateTime.class));
    }
}
