package io.frontdesk.calendarplugin.mirror;

import io.frontdesk.calendarplugin.event.Window;
import io.frontdesk.calendarplugin.integration.BusySpan;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What was read of connected calendars, and the busy time that was told of it. */
@Repository
@Transactional
public class MirroredEvents {
    private final JdbcClient jdbc;

    MirroredEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void clear(UUID connectionId) {
        jdbc.sql("delete from mirrored_event where connection_id = :connection")
                .param("connection", connectionId)
                .update();
    }

    /** An id that ends in {@code #} stands for all that begin with it. */
    void remove(UUID connectionId, Collection<String> ids) {
        jdbc.sql(
                        """
                        delete from mirrored_event e
                        where e.connection_id = :connection and (e.event_id = any(:ids)
                            or split_part(e.event_id, '#', 1) || '#' = any(:ids))
                        """)
                .param("connection", connectionId)
                .param("ids", ids.toArray(String[]::new))
                .update();
    }

    void keep(UUID connectionId, List<MirroredEvent> events) {
        jdbc.sql(
                        """
                        insert into mirrored_event (connection_id, event_id, starts_at, ends_at, title)
                        select :connection, * from unnest(:ids::text[], :starts::timestamptz[],
                            :ends::timestamptz[], :titles::text[])
                        on conflict (connection_id, event_id) do update set starts_at = excluded.starts_at,
                            ends_at = excluded.ends_at, title = excluded.title
                        """)
                .param("connection", connectionId)
                .param("ids", events.stream().map(MirroredEvent::id).toArray(String[]::new))
                .param("starts", times(events.stream().map(MirroredEvent::start).toList()))
                .param("ends", times(events.stream().map(MirroredEvent::end).toList()))
                .param("titles", events.stream().map(MirroredEvent::title).toArray(String[]::new))
                .update();
    }

    /** By start. */
    public List<MirroredEvent> within(UUID connectionId, Window window) {
        return jdbc.sql(
                        """
                        select event_id, starts_at, ends_at, title from mirrored_event
                        where connection_id = :connection and ends_at > :from and starts_at < :to
                        order by starts_at, ends_at, event_id
                        """)
                .param("connection", connectionId)
                .param("from", window.from().atOffset(ZoneOffset.UTC))
                .param("to", window.to().atOffset(ZoneOffset.UTC))
                .query((row, _) ->
                        new MirroredEvent(
                                row.getString(1),
                                row.getObject(2, OffsetDateTime.class).toInstant(),
                                row.getObject(3, OffsetDateTime.class).toInstant(),
                                row.getString(4)))
                .list();
    }

    List<BusySpan> told(UUID connectionId) {
        return jdbc.sql(
                        "select span_id, starts_at, ends_at, title from busy_span"
                                + " where connection_id = :connection")
                .param("connection", connectionId)
                .query((row, _) ->
                        new BusySpan(
                                row.getString(1),
                                row.getObject(2, OffsetDateTime.class).toInstant(),
                                row.getObject(3, OffsetDateTime.class).toInstant(),
                                row.getString(4)))
                .list();
    }

    /** Keeps what calendar-integration-service acknowledged. */
    void tell(UUID connectionId, List<BusySpan> spans) {
        jdbc.sql("delete from busy_span where connection_id = :connection")
                .param("connection", connectionId)
                .update();
        jdbc.sql(
                        """
                        insert into busy_span (connection_id, span_id, starts_at, ends_at, title)
                        select :connection, * from unnest(:ids::text[], :starts::timestamptz[],
                            :ends::timestamptz[], :titles::text[])
                        """)
                .param("connection", connectionId)
                .param("ids", spans.stream().map(BusySpan::id).toArray(String[]::new))
                .param("starts", times(spans.stream().map(BusySpan::start).toList()))
                .param("ends", times(spans.stream().map(BusySpan::end).toList()))
                .param("titles", spans.stream().map(BusySpan::title).toArray(String[]::new))
                .update();
    }

    private static String[] times(List<Instant> instants) {
        return instants.stream().map(Instant::toString).toArray(String[]::new);
    }
}
