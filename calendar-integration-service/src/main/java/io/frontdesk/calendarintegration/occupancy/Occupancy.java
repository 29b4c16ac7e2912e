package io.frontdesk.calendarintegration.occupancy;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.IdGenerator;

/**
 * Takes seats and gives them back, within the transaction of who asks. That spans do not overlap is
 * the database's to see to; the locks only keep callers from running into each other, so that one
 * waits where otherwise both would fail.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class Occupancy {
    private final JdbcClient jdbc;
    private final IdGenerator ids;
    private final Clock clock;
    private final Vacancies vacancies;
    private final Turns turns;

    Occupancy(JdbcClient jdbc, IdGenerator ids, Clock clock, Vacancies vacancies, Turns turns) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.vacancies = vacancies;
        this.turns = turns;
    }

    /** What the session at this start takes beside who serves. */
    public List<UUID> beside(UUID offering, UUID serving, Instant start) {
        return jdbc.sql(
                        """
                        select o.resource_id from occupied o join session s on s.id = o.session_id
                        where s.offering_id = :offering and s.resource_id = :serving
                          and s.starts_at = :start and o.resource_id <> :serving
                        order by o.resource_id
                        """)
                .param("offering", offering)
                .param("serving", serving)
                .param("start", utc(start))
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    /**
     * Takes a seat for a hold.
     *
     * @throws SlotTaken when it is not to be had
     */
    public void hold(Seat seat, UUID hold, Instant expiresAt) {
        take(seat, hold, null, utc(expiresAt));
    }

    /**
     * Takes a seat for a booking.
     *
     * @throws SlotTaken when it is not to be had
     */
    public void book(Seat seat, UUID booking) {
        take(seat, null, booking, null);
    }

    /** Gives the seat of a hold to a booking. */
    public void turn(UUID hold, UUID booking) {
        jdbc.sql(
                        """
                        with turned as (
                            update seat set hold_id = null, booking_id = :booking
                            where hold_id = :hold returning session_id)
                        update occupied set expires_at = null
                        where session_id in (select session_id from turned)
                        """)
                .param("hold", hold)
                .param("booking", booking)
                .update();
    }

    /** Frees what a hold or a booking has taken, if it has taken anything. */
    public void free(UUID holder) {
        var session =
                jdbc.sql(
                                """
                                select session_id from seat
                                where hold_id = :holder or booking_id = :holder
                                """)
                        .param("holder", holder)
                        .query((row, _) -> row.getObject(1, UUID.class))
                        .optional();
        session.ifPresent(id -> {
            turns.ofSession(id);
            jdbc.sql("delete from seat where hold_id = :holder or booking_id = :holder")
                    .param("holder", holder)
                    .update();
            vacancies.settle(id);
        });
    }

    private void take(
            Seat seat,
            @Nullable UUID hold,
            @Nullable UUID booking,
            @Nullable OffsetDateTime expiresAt) {
        // A session for one that exists is taken; the spans say so.
        var known = seat.capacity() == 1 ? null : session(seat);
        if (known != null) {
            // That may empty it, and then it is gone.
            vacancies.expireSeats(known, OffsetDateTime.now(clock));
            known = session(seat);
        }
        if (known == null) {
            open(seat, hold, booking, expiresAt);
        } else {
            join(known, seat, hold, booking, expiresAt);
        }
    }

    private void join(
            UUID session,
            Seat seat,
            @Nullable UUID hold,
            @Nullable UUID booking,
            @Nullable OffsetDateTime expiresAt) {
        prolong(session, expiresAt);
        int taken =
                jdbc.sql(
                                """
                                insert into seat (session_id, number, hold_id, booking_id)
                                select :session, n, :hold::uuid, :booking::uuid
                                from generate_series(1, :capacity) n
                                where not exists (
                                    select from seat where session_id = :session and number = n)
                                order by n limit 1
                                on conflict (session_id, number) do nothing
                                """)
                        .param("session", session)
                        .param("hold", hold)
                        .param("booking", booking)
                        .param("capacity", seat.capacity())
                        .update();
        if (taken == 0) {
            throw new SlotTaken();
        }
    }

    private @Nullable UUID session(Seat seat) {
        return jdbc.sql(
                        """
                        select id from session
                        where offering_id = :offering and resource_id = :resource
                          and starts_at = :start and ends_at = :end
                        """)
                .param("offering", seat.offeringId())
                .param("resource", seat.serving())
                .param("start", utc(seat.start()))
                .param("end", utc(seat.end()))
                .query((row, _) -> row.getObject(1, UUID.class))
                .optional()
                .orElse(null);
    }

    /** Session, spans and the first seat in one statement: most bookings come this way. */
    private void open(
            Seat seat,
            @Nullable UUID hold,
            @Nullable UUID booking,
            @Nullable OffsetDateTime expiresAt) {
        var resources = seat.resources().stream().sorted().toArray(UUID[]::new);
        int occupied =
                jdbc.sql(
                                """
                                with opened as (
                                    insert into session
                                        (id, offering_id, resource_id, starts_at, ends_at)
                                    values (:id, :offering, :serving, :start, :end)),
                                seated as (
                                    insert into seat (session_id, number, hold_id, booking_id)
                                    values (:id, 1, :hold::uuid, :booking::uuid))
                                insert into occupied
                                    (id, resource_id, span, kind, session_id, expires_at)
                                select gen_random_uuid(), resource, tstzrange(:from, :to),
                                    'session', :id, :expires::timestamptz
                                from unnest(:resources::uuid[]) resource
                                on conflict do nothing
                                """)
                        .param("id", ids.generateId())
                        .param("offering", seat.offeringId())
                        .param("serving", seat.serving())
                        .param("start", utc(seat.start()))
                        .param("end", utc(seat.end()))
                        .param("hold", hold)
                        .param("booking", booking)
                        .param("from", utc(seat.from()))
                        .param("to", utc(seat.to()))
                        .param("expires", expiresAt)
                        .param("resources", resources)
                        .update();
        if (occupied < resources.length) {
            throw new SlotTaken();
        }
    }

    private void prolong(UUID session, @Nullable OffsetDateTime expiresAt) {
        jdbc.sql(
                        """
                        update occupied set expires_at = case when :expires::timestamptz is not null
                            then greatest(expires_at, :expires) end
                        where session_id = :session and expires_at is not null
                        """)
                .param("session", session)
                .param("expires", expiresAt)
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
