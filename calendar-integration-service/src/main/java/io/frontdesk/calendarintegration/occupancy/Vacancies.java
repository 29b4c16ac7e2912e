package io.frontdesk.calendarintegration.occupancy;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What happens to a session when seats of it become free. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Vacancies {
    private final JdbcClient jdbc;
    private final BusyTimes busyTimes;
    private final ApplicationEventPublisher publisher;

    Vacancies(JdbcClient jdbc, BusyTimes busyTimes, ApplicationEventPublisher publisher) {
        this.jdbc = jdbc;
        this.busyTimes = busyTimes;
        this.publisher = publisher;
    }

    /** Frees the sessions within a time of which nothing is left but expired holds. */
    void expire(UUID[] resources, OffsetDateTime from, OffsetDateTime to, OffsetDateTime now) {
        jdbc.sql(
                        """
                        select distinct session_id from occupied
                        where resource_id = any(:resources) and to_at > :from and from_at < :to
                          and expires_at <= :now
                        """)
                .param("resources", resources)
                .param("from", from)
                .param("to", to)
                .param("now", now)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list()
                .forEach(session -> expireSeats(session, now));
    }

    /** Frees the seats of expired holds. A hold that is booked at this moment is waited for. */
    void expireSeats(UUID session, OffsetDateTime now) {
        var expired =
                jdbc.sql(
                                """
                                update hold set status = 'expired'
                                where status = 'held' and expires_at <= :now
                                  and id in (select hold_id from seat where session_id = :session)
                                returning id
                                """)
                        .param("now", now)
                        .param("session", session)
                        .query((row, _) -> row.getObject(1, UUID.class))
                        .list();
        if (!expired.isEmpty()) {
            jdbc.sql("delete from seat where hold_id = any(:holds)")
                    .param("holds", expired.toArray(UUID[]::new))
                    .update();
            settle(session);
        }
    }

    /** After a seat has become free: a session without any gives its time back. */
    void settle(UUID session) {
        var freed = freed(session);
        int emptied =
                jdbc.sql(
                                """
                                delete from session
                                where id = :session
                                  and not exists (select from seat where session_id = :session)
                                """)
                        .param("session", session)
                        .update();
        if (emptied > 0) {
            freed.resourceIds().forEach(id -> busyTimes.materialise(id, freed.from(), freed.to()));
        } else {
            // A hold of it may be booked at this moment: its seat is to be read after that.
            jdbc.sql("select id from occupied where session_id = :session for update")
                    .param("session", session)
                    .query((row, _) -> row.getString(1))
                    .list();
            jdbc.sql(
                            """
                            update occupied set expires_at = (
                                select case when bool_and(seat.booking_id is null)
                                    then max(hold.expires_at) end
                                from seat left join hold on hold.id = seat.hold_id
                                where seat.session_id = :session)
                            where session_id = :session
                            """)
                    .param("session", session)
                    .update();
        }
        publisher.publishEvent(freed);
    }

    private SlotFreed freed(UUID session) {
        return jdbc.sql(
                        """
                        select array_agg(resource_id order by resource_id) as resources,
                               min(from_at) as from_at, max(to_at) as to_at
                        from occupied where session_id = :session
                        """)
                .param("session", session)
                .query((row, _) ->
                        new SlotFreed(
                                List.copyOf(Arrays.asList((UUID[]) row.getArray(1).getArray())),
                                row.getObject("from_at", OffsetDateTime.class).toInstant(),
                                row.getObject("to_at", OffsetDateTime.class).toInstant()))
                .single();
    }
}
