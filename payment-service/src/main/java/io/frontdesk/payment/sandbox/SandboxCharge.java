package io.frontdesk.payment.sandbox;

import io.frontdesk.payment.wallet.SandboxMethod;
import io.frontdesk.starter.money.MoneyColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What was asked of the sandbox. */
public record SandboxCharge(
        UUID id,
        UUID tenant,
        String reference,
        String key,
        UUID paymentId,
        Money amount,
        boolean manualCapture,
        SandboxMethod method,
        @Nullable String returnUrl,
        @Nullable String token) {
    static SandboxCharge of(ResultSet row, int number) throws SQLException {
        return new SandboxCharge(
                row.getObject("id", UUID.class),
                row.getObject("tenant_id", UUID.class),
                row.getString("reference"),
                row.getString("key"),
                row.getObject("payment_id", UUID.class),
                MoneyColumns.read(row, "amount", "currency"),
                row.getBoolean("manual_capture"),
                SandboxMethod.of(row.getString("method")).orElseThrow(),
                row.getString("return_url"),
                row.getString("token"));
    }
}
