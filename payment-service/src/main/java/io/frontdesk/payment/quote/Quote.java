package io.frontdesk.payment.quote;

import io.frontdesk.starter.money.MoneyColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What was promised. */
record Quote(
        UUID id,
        Money amount,
        String hash,
        Instant expiresAt,
        @Nullable String reference,
        boolean withdrawn,
        @Nullable UUID paymentId) {
    static Quote of(ResultSet row, int number) throws SQLException {
        return new Quote(
                row.getObject("id", UUID.class),
                MoneyColumns.read(row, "amount", "currency"),
                row.getString("hash"),
                row.getTimestamp("expires_at").toInstant(),
                row.getString("reference"),
                row.getBoolean("withdrawn"),
                row.getObject("payment_id", UUID.class));
    }

    QuoteAnswer answer() {
        return new QuoteAnswer(
                id, withdrawn ? "withdrawn" : paymentId == null ? "open" : "consumed");
    }

    /** How a quote stands: open, consumed or withdrawn. */
    record QuoteAnswer(UUID quoteId, String status) {}
}
