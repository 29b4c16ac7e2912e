package io.frontdesk.calendarintegration.external;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The calendars outside that resources follow, and how fresh what they told is. */
@Repository
@Transactional
class ExternalCalendars {
    private final JdbcClient jdbc;

    ExternalCalendars(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void heardOf(UUID resource, UUID connection, OffsetDateTime freshUntil) {
        jdbc.sql(
                        """
                        insert into external_calendar
                            (resource_id, connection_id, state, fresh_until)
                        values (:resource, :connection, 'active', :fresh)
                        on conflict (tenant_id, resource_id, connection_id) do update
                        set fresh_until = excluded.fresh_until
                        """)
                .param("resource", resource)
                .param("connection", connection)
                .param("fresh", freshUntil)
                .update();
    }

    void set(
            UUID resource,
            UUID connection,
            String state,
            @Nullable OffsetDateTime freshUntil,
            @Nullable OffsetDateTime staleSince) {
        jdbc.sql(
                        """
                        insert into external_calendar
                            (resource_id, connection_id, state, fresh_until, stale_since)
                        values (:resource, :connection, :state, :fresh, :stale)
                        on conflict (tenant_id, resource_id, connection_id) do update
                        set state = excluded.state, fresh_until = excluded.fresh_until,
                            stale_since = excluded.stale_since
                        """)
                .param("resource", resource)
                .param("connection", connection)
                .param("state", state)
                .param("fresh", freshUntil)
                .param("stale", staleSince)
                .update();
    }

    void forget(UUID resource, UUID connection) {
        jdbc.sql(
                        """
                        delete from external_calendar
                        where resource_id = :resource and connection_id = :connection
                        """)
                .param("resource", resource)
                .param("connection", connection)
                .update();
    }
}
