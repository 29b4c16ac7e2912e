package io.frontdesk.starter.events;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the outbox; its data is JSON already. */
record PendingEvent(
        UUID id,
        @Nullable UUID tenantId,
        String type,
        String subject,
        OffsetDateTime time,
        @Nullable String traceparent,
        String data) {
    static PendingEvent of(ResultSet row, int number) throws SQLException {
        return new PendingEvent(
                row.getObject("id", UUID.class),
                row.getObject("tenant_id", UUID.class),
                row.getString("type"),
                row.getString("subject"),
                row.getObject("time", OffsetDateTime.class),
                row.getString("traceparent"),
                row.getString("data"));
    }
}
