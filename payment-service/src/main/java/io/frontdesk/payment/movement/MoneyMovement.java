package io.frontdesk.payment.movement;

import io.frontdesk.starter.money.MoneyColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What we asked a provider to do with a payment.
 *
 * @param kind capture, refund or cancellation
 * @param last whether a capture gives the rest of the authorization back
 * @param state asked (under way), unknown (no answer yet), done or refused
 * @param problem why it was refused
 */
public record MoneyMovement(
        UUID id,
        UUID paymentId,
        String kind,
        Money amount,
        boolean last,
        @Nullable String reason,
        String state,
        @Nullable String problem,
        Instant createdAt,
        int checks,
        String requestHash) {
    static final String CAPTURE = "capture";
    static final String REFUND = "refund";
    static final String CANCELLATION = "cancellation";

    /** Whether nobody knows yet what the provider did. */
    public boolean pending() {
        return state.equals("asked") || state.equals("unknown");
    }

    static MoneyMovement of(ResultSet row, int number) throws SQLException {
        return new MoneyMovement(
                row.getObject("id", UUID.class),
                row.getObject("payment_id", UUID.class),
                row.getString("kind"),
                MoneyColumns.read(row, "amount", "currency"),
                row.getBoolean("last"),
                row.getString("reason"),
                row.getString("state"),
                row.getString("problem"),
                row.getTimestamp("created_at").toInstant(),
                row.getInt("checks"),
                row.getString("request_hash"));
    }
}
