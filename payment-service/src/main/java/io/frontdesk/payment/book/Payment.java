package io.frontdesk.payment.book;

import io.frontdesk.payment.fact.Failure;
import io.frontdesk.payment.status.PaymentStatus;
import io.frontdesk.starter.money.MoneyColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A payment as its row shows it; everything from {@code status} on follows from its facts.
 *
 * @param requestHash of what was asked for: the same key must mean the same payment
 * @param capturable authorized, and neither taken nor given back
 * @param disputed taken back by the payer's bank
 * @param checks how often the provider was asked what became of it
 * @param silent whether the provider did not answer the charge
 */
public record Payment(
        UUID id,
        UUID accountId,
        String provider,
        boolean live,
        Purchase purchase,
        String requestHash,
        Instant createdAt,
        PaymentStatus status,
        Money captured,
        Money refunded,
        Money capturable,
        Money disputed,
        @Nullable String providerReference,
        @Nullable Failure failure,
        @Nullable String actionUrl,
        Instant changedAt,
        int checks,
        boolean silent) {
    private static final TypeReference<Map<String, String>> METADATA = new TypeReference<>() {};

    public Money amount() {
        return purchase.amount();
    }

    static Payment of(ResultSet row, JsonMapper json) throws SQLException {
        var failure = row.getString("failure_code");
        return new Payment(
                row.getObject("id", UUID.class),
                row.getObject("account_id", UUID.class),
                row.getString("provider"),
                row.getBoolean("live"),
                purchase(row, json),
                row.getString("request_hash"),
                row.getTimestamp("created_at").toInstant(),
                PaymentStatus.of(row.getString("status")),
                MoneyColumns.read(row, "captured", "currency"),
                MoneyColumns.read(row, "refunded", "currency"),
                MoneyColumns.read(row, "capturable", "currency"),
                MoneyColumns.read(row, "disputed", "currency"),
                row.getString("provider_reference"),
                failure == null ? null : new Failure(failure, row.getString("failure_message")),
                row.getString("action_url"),
                row.getTimestamp("changed_at").toInstant(),
                row.getInt("checks"),
                row.getBoolean("silent"));
    }

    private static Purchase purchase(ResultSet row, JsonMapper json) throws SQLException {
        return new Purchase(
                MoneyColumns.read(row, "amount", "currency"),
                row.getBoolean("manual_capture"),
                row.getString("payment_method"),
                row.getString("reference"),
                row.getString("description"),
                json.readValue(row.getString("metadata"), METADATA),
                row.getString("return_url"),
                row.getObject("customer_id", UUID.class),
                row.getObject("quote_id", UUID.class),
                row.getObject("link_id", UUID.class));
    }
}
