package io.frontdesk.ragcore.pgvector;

import io.frontdesk.ragcore.index.Candidate;
import io.frontdesk.ragcore.index.SearchScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** A search's scope as a condition, which an index can follow where row-level security cannot. */
final class Scopes {
    private Scopes() {}

    static Candidate candidate(ResultSet row) throws SQLException {
        return new Candidate(row.getObject("chunk", UUID.class), row.getFloat("score"));
    }

    /** A statement with the condition in the place of {@code %s}. */
    static StatementSpec bind(JdbcClient jdbc, String sql, SearchScope scope) {
        var bases = scope.bases();
        if (bases == null) {
            return jdbc.sql(sql.formatted("tenant_id = :tenant")).param("tenant", scope.tenant());
        }
        return jdbc.sql(sql.formatted("tenant_id = :tenant and base_id = any(:bases)"))
                .param("tenant", scope.tenant())
                .param("bases", bases.toArray(UUID[]::new));
    }
}
