package io.frontdesk.payment.link;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.frontdesk.starter.money.MoneyColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A page where a payer chooses how to pay.
 *
 * @param paymentId its payment, once the payer has tried to pay
 */
record PaymentLink(
        UUID id,
        @Nullable String url,
        Status status,
        Money amount,
        String description,
        @Nullable String reference,
        @Nullable UUID paymentId,
        @Nullable Instant expiresAt,
        Instant createdAt) {

    /** Whether it can still be paid. */
    enum Status {
        @JsonProperty("open")
        OPEN,
        @JsonProperty("paid")
        PAID,
        @JsonProperty("expired")
        EXPIRED,
        @JsonProperty("deactivated")
        DEACTIVATED
    }

    static PaymentLink of(ResultSet row, Instant now) throws SQLException {
        var expires = row.getTimestamp("expires_at");
        var expiresAt = expires == null ? null : expires.toInstant();
        return new PaymentLink(
                row.getObject("id", UUID.class),
                row.getString("url"),
                row.getBoolean("paid")
                        ? Status.PAID
                        : row.getBoolean("deactivated")
                                ? Status.DEACTIVATED
                                : expiresAt != null && !now.isBefore(expiresAt)
                                        ? Status.EXPIRED
                                        : Status.OPEN,
                MoneyColumns.read(row, "amount", "currency"),
                row.getString("description"),
                row.getString("reference"),
                row.getObject("payment_id", UUID.class),
                expiresAt,
                row.getTimestamp("created_at").toInstant());
    }
}
