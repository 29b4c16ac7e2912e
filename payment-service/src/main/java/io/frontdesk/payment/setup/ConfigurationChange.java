package io.frontdesk.payment.setup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Who changed what, in words, without secrets. */
record ConfigurationChange(
        UUID id, long version, String changedBy, Instant changedAt, List<String> changes) {
    static ConfigurationChange of(ResultSet row, JsonMapper json) throws SQLException {
        return new ConfigurationChange(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                row.getString("changed_by"),
                row.getTimestamp("changed_at").toInstant(),
                json.readValue(row.getString("changes"), new TypeReference<List<String>>() {}));
    }
}
