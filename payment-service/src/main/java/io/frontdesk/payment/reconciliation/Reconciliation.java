package io.frontdesk.payment.reconciliation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A report.
 *
 * @param live whether it is about real money
 * @param compared how many lines of the provider's book were looked at
 * @param differences none where both books agree
 */
record Reconciliation(
        UUID id,
        String provider,
        boolean live,
        Instant from,
        Instant to,
        int compared,
        List<Difference> differences,
        Instant createdAt) {
    static Reconciliation of(ResultSet row, JsonMapper json) throws SQLException {
        return new Reconciliation(
                row.getObject("id", UUID.class),
                row.getString("provider"),
                row.getBoolean("live"),
                row.getTimestamp("from_time").toInstant(),
                row.getTimestamp("to_time").toInstant(),
                row.getInt("compared"),
                json.readValue(
                        row.getString("differences"), new TypeReference<List<Difference>>() {}),
                row.getTimestamp("created_at").toInstant());
    }
}
