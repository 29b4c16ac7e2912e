package io.frontdesk.payment.dispute;

import io.frontdesk.starter.money.MoneyColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Money that the payer's bank took back.
 *
 * @param status open, won or lost
 * @param evidenceDueBy until when the business may answer
 */
record Dispute(
        UUID id,
        UUID paymentId,
        String reference,
        Money amount,
        String status,
        @Nullable String reason,
        @Nullable Instant evidenceDueBy,
        @Nullable Instant evidenceSentAt,
        Instant openedAt,
        @Nullable Instant closedAt) {
    static Dispute of(ResultSet row, int number) throws SQLException {
        return new Dispute(
                row.getObject("id", UUID.class),
                row.getObject("payment_id", UUID.class),
                row.getString("reference"),
                MoneyColumns.read(row, "amount", "currency"),
                row.getString("status"),
                row.getString("reason"),
                instant(row, "evidence_due_by"),
                instant(row, "evidence_sent_at"),
                row.getTimestamp("opened_at").toInstant(),
                instant(row, "closed_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
