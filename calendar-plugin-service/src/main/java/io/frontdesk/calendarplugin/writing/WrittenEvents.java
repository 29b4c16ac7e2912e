package io.frontdesk.calendarplugin.writing;

import io.frontdesk.calendarplugin.event.RemoteEvent;
import io.frontdesk.calendarplugin.integration.BookingFact;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What we wrote, or are to write, into the tenant's calendars. */
@Repository
@Transactional
public class WrittenEvents {
    private final JdbcClient jdbc;
    private final Clock clock;

    WrittenEvents(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Wants the booking as the fact says; facts that are older than the newest one change nothing.
     * A fact of the same sequence may still cancel, and may say again what was refused before.
     */
    public boolean want(UUID connectionId, BookingFact fact) {
        var attendee = fact.attendee();
        return jdbc.sql(
                                """
                                insert into written_event as w (booking_id, connection_id, uid, sequence, state, title,
                                    location, attendee_name, attendee_email, time_zone, starts_at, ends_at, changed_at)
                                values (:booking, :connection, :uid, :sequence, :state, :title, :location, :name,
                                    :email, :zone, :start, :end, :now)
                                on conflict (booking_id, connection_id) do update set sequence = excluded.sequence,
                                    state = excluded.state, title = excluded.title, location = excluded.location,
                                    attendee_name = excluded.attendee_name, attendee_email = excluded.attendee_email,
                                    time_zone = excluded.time_zone, starts_at = excluded.starts_at,
                                    ends_at = excluded.ends_at, changed_at = excluded.changed_at, error = null
                                where excluded.sequence > w.sequence
                                    or (excluded.sequence = w.sequence and excluded.state = 'removing'
                                        and w.state <> 'removed')
                                """)
                        .param("booking", fact.bookingId())
                        .param("connection", connectionId)
                        .param("uid", fact.uid())
                        .param("sequence", fact.sequence())
                        .param("state", fact.confirmed() ? "pending" : "removing")
                        .param("title", fact.offeringName())
                        .param("location", fact.location())
                        .param("name", attendee == null ? null : attendee.name())
                        .param("email", attendee == null ? null : attendee.email())
                        .param("zone", fact.timeZone())
                        .param("start", time(fact.start()))
                        .param("end", time(fact.end()))
                        .param("now", time(clock.instant()))
                        .update()
                == 1;
    }

    public Optional<WrittenEvent> find(UUID connectionId, UUID bookingId) {
        return jdbc.sql(
                        "select * from written_event where connection_id = :connection and"
                                + " booking_id = :booking")
                .param("connection", connectionId)
                .param("booking", bookingId)
                .query(WrittenEvents::event)
                .optional();
    }

    /** What is to be done, oldest first. */
    public List<WrittenEvent> due(UUID connectionId) {
        return jdbc.sql(
                        """
                        select * from written_event
                        where connection_id = :connection and state in ('pending', 'removing')
                        order by changed_at, booking_id limit 500
                        """)
                .param("connection", connectionId)
                .query(WrittenEvents::event)
                .list();
    }

    /** What is in the calendar as far as we know. */
    public List<WrittenEvent> there(UUID connectionId) {
        return jdbc.sql(
                        """
                        select * from written_event
                        where connection_id = :connection and event_id is not null and state <> 'removed'
                        """)
                .param("connection", connectionId)
                .query(WrittenEvents::event)
                .list();
    }

    void attempted(WrittenEvent event) {
        change(event, "attempted = true", event.state(), null);
    }

    /** Keeps what the provider answered; the state only if nothing newer came in between. */
    void written(WrittenEvent event, RemoteEvent there) {
        jdbc.sql(
                        """
                        update written_event set event_id = :event, etag = :etag, written_start = :start,
                            written_end = :end, error = null,
                            state = case when sequence = :sequence and state = 'pending' then 'written' else state end
                        where booking_id = :booking and connection_id = :connection
                        """)
                .param("event", there.id())
                .param("etag", there.etag())
                .param("start", time(there.start()))
                .param("end", time(there.end()))
                .param("sequence", event.sequence())
                .param("booking", event.bookingId())
                .param("connection", event.connectionId())
                .update();
    }

    void removed(WrittenEvent event) {
        change(event, "etag = null", "removed", null);
    }

    void refused(WrittenEvent event, String error) {
        change(event, "error = left(:error, 1000)", "conflict", error);
    }

    /** What somebody changed there is the version that we know from now on. */
    public void adopt(UUID connectionId, UUID bookingId, @Nullable String etag) {
        jdbc.sql(
                        "update written_event set etag = :etag where connection_id = :connection"
                                + " and booking_id = :booking")
                .param("etag", etag)
                .param("connection", connectionId)
                .param("booking", bookingId)
                .update();
    }

    /** Wants it written again as it shall be; {@code eventId} null makes a new event of it. */
    public void again(UUID connectionId, UUID bookingId, @Nullable String eventId, String state) {
        jdbc.sql(
                        """
                        update written_event set state = :state, event_id = :event, error = null,
                            changed_at = :now
                        where connection_id = :connection and booking_id = :booking
                        """)
                .param("state", state)
                .param("event", eventId)
                .param("now", time(clock.instant()))
                .param("connection", connectionId)
                .param("booking", bookingId)
                .update();
    }

    private void change(WrittenEvent event, String what, String state, @Nullable String error) {
        jdbc.sql(
                        "update written_event set state = case when sequence = :sequence then"
                                + " :state else state end, "
                                + what
                                + " where booking_id = :booking and connection_id = :connection")
                .param("error", error)
                .param("sequence", event.sequence())
                .param("state", state)
                .param("booking", event.bookingId())
                .param("connection", event.connectionId())
                .update();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static WrittenEvent event(ResultSet row, int number) throws SQLException {
        var start = row.getObject("written_start", OffsetDateTime.class);
        var end = row.getObject("written_end", OffsetDateTime.class);
        return new WrittenEvent(
                row.getObject("booking_id", UUID.class),
                row.getObject("connection_id", UUID.class),
                row.getString("uid"),
                row.getInt("sequence"),
                row.getString("state"),
                row.getBoolean("attempted"),
                row.getString("title"),
                row.getString("location"),
                row.getString("attendee_name"),
                row.getString("attendee_email"),
                ZoneId.of(row.getString("time_zone")),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                row.getString("event_id"),
                row.getString("etag"),
                start == null ? null : start.toInstant(),
                end == null ? null : end.toInstant());
    }
}
