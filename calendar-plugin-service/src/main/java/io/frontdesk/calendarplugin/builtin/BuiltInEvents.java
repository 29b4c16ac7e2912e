package io.frontdesk.calendarplugin.builtin;

import io.frontdesk.calendarplugin.event.Window;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Events of built-in calendars. A change takes its calendar's next number under its lock. */
@Repository
@Transactional
class BuiltInEvents {
    private final JdbcClient jdbc;
    private final Clock clock;

    BuiltInEvents(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void put(UUID calendar, BuiltInEvent event) {
        jdbc.sql(
                        """
                        insert into built_in_event (id, connection_id, uid, booking_id, title, starts_at, ends_at,
                            all_day, busy, change, updated_at)
                        values (:id, :calendar, :uid, :booking, :title, :start, :end, :allDay, :busy, :change, :now)
                        on conflict (id) do update set title = excluded.title, starts_at = excluded.starts_at,
                            ends_at = excluded.ends_at, all_day = excluded.all_day, busy = excluded.busy,
                            change = excluded.change, updated_at = excluded.updated_at
                        """)
                .param("id", event.id())
                .param("calendar", calendar)
                .param("uid", event.uid())
                .param("booking", event.bookingId())
                .param("title", event.title())
                .param("start", event.start().atOffset(ZoneOffset.UTC))
                .param("end", event.end().atOffset(ZoneOffset.UTC))
                .param("allDay", event.allDay())
                .param("busy", event.busy())
                .param("change", event.change())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    void remove(UUID calendar, UUID id, long change) {
        jdbc.sql(
                        """
                        update built_in_event set removed = true, change = :change, updated_at = :now
                        where id = :id and connection_id = :calendar
                        """)
                .param("change", change)
                .param("now", OffsetDateTime.now(clock))
                .param("id", id)
                .param("calendar", calendar)
                .update();
    }

    /** How many rows only say that something was removed. */
    int tombstones(UUID calendar) {
        return jdbc.sql(
                        "select count(*) from built_in_event where connection_id = :calendar and"
                                + " removed")
                .param("calendar", calendar)
                .query(Integer.class)
                .single();
    }

    /** Takes the next number and locks the calendar for the transaction. */
    long nextChange(UUID calendar) {
        return jdbc.sql(
                        """
                        insert into built_in_calendar (connection_id, changes) values (:calendar, 1)
                        on conflict (connection_id) do update set changes = built_in_calendar.changes + 1
                        returning changes
                        """)
                .param("calendar", calendar)
                .query(Long.class)
                .single();
    }

    /** How far the calendar's changes have come, and from where on they are known. */
    Span span(UUID calendar) {
        return jdbc.sql(
                        "select floor, changes from built_in_calendar where connection_id ="
                                + " :calendar")
                .param("calendar", calendar)
                .query((row, _) -> new Span(row.getLong(1), row.getLong(2)))
                .optional()
                .orElse(new Span(0, 0));
    }

    /** Forgets what was removed; tokens of before then no longer tell enough. */
    void forget(UUID calendar) {
        jdbc.sql(
                        "update built_in_calendar set changes = changes + 1, floor = changes + 1"
                                + " where connection_id = :calendar")
                .param("calendar", calendar)
                .update();
        jdbc.sql("delete from built_in_event where connection_id = :calendar and removed")
                .param("calendar", calendar)
                .update();
    }

    Optional<BuiltInEvent> find(UUID calendar, UUID id) {
        return jdbc.sql(
                        "select * from built_in_event where connection_id = :calendar and not"
                                + " removed and id = :id")
                .param("calendar", calendar)
                .param("id", id)
                .query(BuiltInEvents::event)
                .optional();
    }

    Optional<BuiltInEvent> ofUid(UUID calendar, String uid) {
        return jdbc.sql(
                        "select * from built_in_event where connection_id = :calendar and not"
                                + " removed and uid = :uid")
                .param("calendar", calendar)
                .param("uid", uid)
                .query(BuiltInEvents::event)
                .optional();
    }

    List<BuiltInEvent> within(UUID calendar, Window window) {
        return jdbc.sql(
                        """
                        select * from built_in_event
                        where connection_id = :calendar and not removed and ends_at > :from and starts_at < :to
                        order by starts_at, id
                        """)
                .param("calendar", calendar)
                .param("from", window.from().atOffset(ZoneOffset.UTC))
                .param("to", window.to().atOffset(ZoneOffset.UTC))
                .query(BuiltInEvents::event)
                .list();
    }

    List<BuiltInEvent> since(UUID calendar, long change) {
        return jdbc.sql(
                        """
                        select * from built_in_event
                        where connection_id = :calendar and change > :change order by change
                        """)
                .param("calendar", calendar)
                .param("change", change)
                .query(BuiltInEvents::event)
                .list();
    }

    List<BuiltInEvent> list(UUID calendar, int limit, @Nullable UUID before) {
        return jdbc.sql(
                        """
                        select * from built_in_event
                        where connection_id = :calendar and not removed and (:before::uuid is null or id < :before::uuid)
                        order by id desc limit :limit
                        """)
                .param("calendar", calendar)
                .param("before", before)
                .param("limit", limit)
                .query(BuiltInEvents::event)
                .list();
    }

    private static BuiltInEvent event(ResultSet row, int number) throws SQLException {
        return new BuiltInEvent(
                row.getObject("id", UUID.class),
                row.getString("uid"),
                row.getObject("booking_id", UUID.class),
                row.getString("title"),
                instant(row, "starts_at"),
                instant(row, "ends_at"),
                row.getBoolean("all_day"),
                row.getBoolean("busy"),
                row.getLong("change"),
                row.getBoolean("removed"),
                instant(row, "updated_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** From where, and to where, changes are known. */
    record Span(long floor, long last) {}
}
