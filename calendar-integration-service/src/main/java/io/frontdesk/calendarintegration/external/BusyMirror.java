package io.frontdesk.calendarintegration.external;

import io.frontdesk.calendarintegration.external.ExternalBusy.Mode;
import io.frontdesk.calendarintegration.external.ExternalBusy.Span;
import io.frontdesk.calendarintegration.occupancy.BusyTimes;
import io.frontdesk.calendarintegration.occupancy.SlotFreed;
import io.frontdesk.calendarintegration.occupancy.Turns;
import io.frontdesk.calendarintegration.resource.Resources;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.IdGenerator;

/** Keeps busy times as they are told, and lets them occupy what nothing of ours does. */
@Service
@Transactional
class BusyMirror {
    private final JdbcClient jdbc;
    private final Resources resources;
    private final Turns turns;
    private final BusyTimes busyTimes;
    private final ExternalCalendars calendars;
    private final ApplicationEventPublisher publisher;
    private final IdGenerator ids;

    BusyMirror(
            JdbcClient jdbc,
            Resources resources,
            Turns turns,
            BusyTimes busyTimes,
            ExternalCalendars calendars,
            ApplicationEventPublisher publisher,
            IdGenerator ids) {
        this.jdbc = jdbc;
        this.resources = resources;
        this.turns = turns;
        this.busyTimes = busyTimes;
        this.calendars = calendars;
        this.publisher = publisher;
        this.ids = ids;
    }

    /** What came of it. */
    record Mirrored(int stored, int removed, List<Conflict> conflicts) {}

    /** A booking of ours and a busy time outside that overlap; the booking stays. */
    record Conflict(UUID bookingId, String externalId, OffsetDateTime start, OffsetDateTime end) {}

    private record Period(Instant from, Instant to) {
        private Period with(@Nullable Period other) {
            return other == null
                    ? this
                    : new Period(
                            from.isBefore(other.from) ? from : other.from,
                            to.isAfter(other.to) ? to : other.to);
        }
    }

    Mirrored mirror(UUID resource, UUID connection, ExternalBusy told) {
        resources.get(resource);
        turns.lock(resource);
        var gone = gone(resource, connection, told);
        var touched = new ArrayList<Period>(gone);
        for (var span : told.busy()) {
            touched.addAll(store(resource, connection, span));
        }
        touched.stream().reduce(Period::with).ifPresent(all -> renew(resource, all));
        if (told.freshUntil() != null) {
            calendars.heardOf(resource, connection, told.freshUntil());
        }
        int removed = gone.size();
        return new Mirrored(told.busy().size(), removed, conflicts(resource, connection, told));
    }

    void forget(UUID resource, UUID connection, boolean keep) {
        resources.get(resource);
        turns.lock(resource);
        var sql =
                keep
                        ? "update external_busy set connection_id = null"
                        : "delete from external_busy";
        jdbc
                .sql(
                        sql
                                + " where resource_id = :resource and connection_id = :connection"
                                + " returning from_at, to_at")
                .param("resource", resource)
                .param("connection", connection)
                .query(BusyMirror::period)
                .list()
                .stream()
                .reduce(Period::with)
                .filter(_ -> !keep)
                .ifPresent(all -> renew(resource, all));
    }

    private void renew(UUID resource, Period period) {
        turns.prepare(List.of(resource), period.from(), period.to());
        busyTimes.materialise(resource, period.from(), period.to());
        publisher.publishEvent(new SlotFreed(List.of(resource), period.from(), period.to()));
    }

    private List<Period> gone(UUID resource, UUID connection, ExternalBusy told) {
        var removed = told.removed() == null ? List.<String>of() : told.removed();
        var window = told.mode() == Mode.REPLACE ? told.window() : null;
        var named = told.busy().stream().map(Span::id).toArray(String[]::new);
        return jdbc.sql(
                        """
                        delete from external_busy
                        where resource_id = :resource and connection_id = :connection
                          and external_id <> all(:named)
                          and (external_id = any(:removed)
                            or (to_at > :from::timestamptz and from_at < :to::timestamptz))
                        returning from_at, to_at
                        """)
                .param("resource", resource)
                .param("connection", connection)
                .param("named", named)
                .param("removed", removed.toArray(String[]::new))
                .param("from", window == null ? null : window.from())
                .param("to", window == null ? null : window.to())
                .query(BusyMirror::period)
                .list();
    }

    /** The time that it took before, if that was another, and the time that it takes now. */
    private List<Period> store(UUID resource, UUID connection, Span span) {
        var now = new Period(span.start().toInstant(), span.end().toInstant());
        var before =
                jdbc.sql(
                                """
                                select from_at, to_at from external_busy
                                where resource_id = :resource and connection_id = :connection
                                  and external_id = :id
                                """)
                        .param("resource", resource)
                        .param("connection", connection)
                        .param("id", span.id())
                        .query(BusyMirror::period)
                        .list();
        jdbc.sql(
                        """
                        insert into external_busy
                            (id, resource_id, connection_id, external_id, span, title)
                        values (:row, :resource, :connection, :id, tstzrange(:from, :to), :title)
                        on conflict (tenant_id, resource_id, connection_id, external_id) do update
                        set span = excluded.span, title = excluded.title
                        """)
                .param("row", ids.generateId())
                .param("resource", resource)
                .param("connection", connection)
                .param("id", span.id())
                .param("from", span.start())
                .param("to", span.end())
                .param("title", span.title())
                .update();
        return before.contains(now) ? List.of() : merge(before, now);
    }

    private static List<Period> merge(List<Period> before, Period now) {
        var all = new ArrayList<>(before);
        all.add(now);
        return all;
    }

    private List<Conflict> conflicts(UUID resource, UUID connection, ExternalBusy told) {
        var named = Set.copyOf(told.busy().stream().map(Span::id).toList());
        return jdbc.sql(
                        """
                        select b.id, e.external_id, greatest(e.from_at, b.starts_at) as starts,
                               least(e.to_at, b.ends_at) as ends
                        from external_busy e
                        join booking b on b.status = 'confirmed' and b.starts_at < e.to_at
                          and b.ends_at > e.from_at and e.resource_id = any(b.resource_ids)
                          and b.starts_at > e.from_at - interval '8 days'
                        where e.resource_id = :resource and e.connection_id = :connection
                          and e.external_id = any(:named)
                        order by starts, b.id limit 1000
                        """)
                .param("resource", resource)
                .param("connection", connection)
                .param("named", named.toArray(String[]::new))
                .query((row, _) ->
                        new Conflict(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getObject(3, OffsetDateTime.class),
                                row.getObject(4, OffsetDateTime.class)))
                .list();
    }

    private static Period period(ResultSet row, int number) throws SQLException {
        return new Period(
                row.getObject(1, OffsetDateTime.class).toInstant(),
                row.getObject(2, OffsetDateTime.class).toInstant());
    }
}
