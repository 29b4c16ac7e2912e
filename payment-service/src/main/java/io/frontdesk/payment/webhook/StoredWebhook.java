package io.frontdesk.payment.webhook;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that was verified and kept.
 *
 * @param noticeId the provider's own id of it
 * @param status received, processed or ignored
 * @param reason why it was ignored, or is tried again
 * @param facts what it told, as rows keep it
 */
record StoredWebhook(
        UUID id,
        String provider,
        String noticeId,
        String type,
        String status,
        @Nullable String reason,
        @Nullable UUID paymentId,
        Instant receivedAt,
        @Nullable Instant processedAt,
        int attempts,
        @JsonIgnore UUID accountId,
        @JsonIgnore String facts) {
    static StoredWebhook of(ResultSet row, int number) throws SQLException {
        var processed = row.getTimestamp("processed_at");
        return new StoredWebhook(
                row.getObject("id", UUID.class),
                row.getString("provider"),
                row.getString("notice_id"),
                row.getString("type"),
                row.getString("status"),
                row.getString("reason"),
                row.getObject("payment_id", UUID.class),
                row.getTimestamp("received_at").toInstant(),
                processed == null ? null : processed.toInstant(),
                row.getInt("attempts"),
                row.getObject("account_id", UUID.class),
                row.getString("facts"));
    }
}
