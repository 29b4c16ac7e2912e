package io.frontdesk.starter.database;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The database of a service that runs alone: a server of its own, ended with the app. */
final class EmbeddedDatabase implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String DATABASE = "frontdesk";

    private final Path directory;
    private final String service;

    EmbeddedDatabase(Path directory, String service) {
        this.directory = directory;
        this.service = service;
    }

    ServiceDatabase start() {
        log.info("No frontdesk.database.url: using an embedded PostgreSQL in {}", directory);
        try {
            var server = LocalPostgres.start(directory, 0);
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
        var url = server.jdbcUrl("postgres");
        try (var connection =
                        DriverManager.getConnection(url, server.superuser(), server.password());
                var statement = connection.createStatement()) {
            var found =
                    statement.executeQuery(
                            "select 1 from pg_database where datname = '" + DATABASE + "'");
            if (!found.next()) {
                statement.execute("create database " + DATABASE);
            }
        }
    }

    @Override
    public void destroy() throws IOException {
        LocalPostgres.stop(directory);
    }
}
