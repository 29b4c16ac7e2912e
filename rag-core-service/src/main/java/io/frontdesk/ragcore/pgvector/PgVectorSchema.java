package io.frontdesk.ragcore.pgvector;

import io.frontdesk.ragcore.index.IndexProperties;
import io.frontdesk.ragcore.index.IndexProperties.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Makes the derived tables where they are wanted. Not a migration: it depends on the configuration
 * and on the server whether they exist at all.
 */
@Component
class PgVectorSchema implements Callback {
    private final Kind kind;

    PgVectorSchema(IndexProperties properties) {
        kind = properties.kind();
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_MIGRATE && kind != Kind.LUCENE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        try {
            create(context.getConnection());
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("The pgvector index's tables cannot be made", e);
        }
    }

    /** Runs as the schema's owner. */
    private void create(Connection connection) throws SQLException, IOException {
        try (var statement = connection.createStatement()) {
            if (installed(connection)) {
                statement.execute(
                        new ClassPathResource("db/pgvector/chunk_index.sql")
                                .getContentAsString(StandardCharsets.UTF_8));
            } else if (kind == Kind.PGVECTOR) {
                throw new IllegalStateException(
                        "frontdesk.index.kind=pgvector, but the database has no extension"
                                + " \"vector\". Install pgvector on the server and run"
                                + " \"create extension vector schema public\" as its"
                                + " administrator, or set frontdesk.index.kind=lucene.");
            }
        }
    }

    private static boolean installed(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "select from pg_extension where extname = 'vector'")) {
            return row.next();
        }
    }

    @Override
    public String getCallbackName() {
        return "pgvector index";
    }
}
