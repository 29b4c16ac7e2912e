package io.frontdesk.starter.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/** The database of a service that runs alone: a server of its own, ended with the app. */
final class EmbeddedDatabase implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String DATABASE = "frontdesk";
    private static final String OTHERS =
            """
            select 1 from pg_stat_activity
            where backend_type = 'client backend' and pid <> pg_backend_pid()
            """;

    private final Path directory;
    private final String service;
    private @Nullable LocalPostgres server;

    EmbeddedDatabase(Path directory, String service) {
        this.directory = directory;
        this.service = service;
    }

    ServiceDatabase start() {
        log.info("No frontdesk.database.url: using an embedded PostgreSQL in {}", directory);
        try {
            server = LocalPostgres.start(directory, 0);
            createDatabase(server);
            var schema = SchemaProvisioner.schema(service);
            // Nobody but this process knows this server's password; the roles share it.
            SchemaProvisioner.provision(
                    server.jdbcUrl(DATABASE),
                    server.superuser(),
                    server.password(),
                    service,
                    server.password(),
                    server.password());
            return new ServiceDatabase(
                    server.jdbcUrl(DATABASE), schema, server.password(), server.password());
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(
                    "The embedded PostgreSQL in "
                            + directory
                            + " did not start: "
                            + e.getMessage()
                            + ". Its log is beside it; or set frontdesk.database.url.",
                    e);
        }
    }

    private static void createDatabase(LocalPostgres server) throws SQLException {
        try (var connection = connect(server, "postgres");
                var statement = connection.createStatement()) {
            var found =
                    statement.executeQuery(
                            "select 1 from pg_database where datname = '" + DATABASE + "'");
            if (!found.next()) {
                statement.execute("create database " + DATABASE);
            }
        }
    }

    /** Leaves the server to another process that was started over the same directory. */
    @Override
    public void destroy() throws IOException {
        if (server == null || !usedByOthers(server)) {
            LocalPostgres.stop(directory);
        }
    }

    private static boolean usedByOthers(LocalPostgres server) {
        try (var connection = connect(server, "postgres");
                var statement = connection.createStatement()) {
            // The connections of this app are closed, but their backends take a moment to end.
            for (var attempt = 0; attempt < 20; attempt++) {
                var found = statement.executeQuery(OTHERS);
                if (!found.next()) {
                    return false;
                }
                statement.execute("select pg_sleep(0.1)");
            }
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private static Connection connect(LocalPostgres server, String database) throws SQLException {
        return DriverManager.getConnection(
                server.jdbcUrl(database), server.superuser(), server.password());
    }
}
