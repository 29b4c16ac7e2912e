package io.frontdesk.payment.ledger;

import io.frontdesk.starter.money.MoneyColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.joda.money.Money;

/**
 * A posting as it stands in the books.
 *
 * @param fact which fact of the payment it books
 * @param amount debit positive, credit negative
 * @param at when it happened at the provider
 * @param bookedAt when it came into the books; balances are told as of this time
 */
public record LedgerEntry(
        UUID id,
        UUID transactionId,
        UUID paymentId,
        String fact,
        String account,
        String provider,
        boolean live,
        Money amount,
        Instant at,
        Instant bookedAt) {
    static LedgerEntry of(ResultSet row, int number) throws SQLException {
        return new LedgerEntry(
                row.getObject("id", UUID.class),
                row.getObject("transaction_id", UUID.class),
                row.getObject("payment_id", UUID.class),
                row.getString("identity"),
                row.getString("kind"),
                row.getString("provider"),
                row.getBoolean("live"),
                MoneyColumns.read(row, "amount", "currency"),
                row.getTimestamp("at").toInstant(),
                row.getTimestamp("booked_at").toInstant());
    }
}
