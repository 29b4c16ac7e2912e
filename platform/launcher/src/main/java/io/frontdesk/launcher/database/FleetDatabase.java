package io.frontdesk.launcher.database;

import io.frontdesk.launcher.catalog.Catalog;
import io.frontdesk.launcher.catalog.Service;
import io.frontdesk.launcher.checkout.FleetFailure;
import io.frontdesk.launcher.secrets.Secrets;
import io.frontdesk.starter.database.LocalPostgres;
import io.frontdesk.starter.database.SchemaProvisioner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The embedded PostgreSQL server of the fleet, with a database and each service's place in it. */
public final class FleetDatabase {
    public static final int PORT = 5433;
    public static final String DATABASE = "frontdesk";

    private final LocalPostgres server;
    private final Secrets secrets;

    private FleetDatabase(LocalPostgres server, Secrets secrets) {
        this.server = server;
        this.secrets = secrets;
    }

    /** Starts the server, or finds it running. */
    public static FleetDatabase start(Path directory, Secrets secrets) {
        try {
            Files.createDirectories(directory.getParent());
            return new FleetDatabase(LocalPostgres.start(directory, PORT), secrets);
        } catch (IOException | RuntimeException e) {
            throw new FleetFailure(
                    "PostgreSQL did not start: " + e.getMessage(),
                    "Its log is "
                            + directory.resolveSibling("postgres.log")
                            + "; ./fleet doctor looks for the usual causes.");
        }
    }

    public String url(String database) {
        return server.jdbcUrl(database);
    }

    /** Makes the database and every service's schema and roles, where they are missing. */
    public void provision(String database, Catalog catalog) {
        try {
            create(database);
            for (var service : catalog.services()) {
                provision(database, service);
            }
        } catch (SQLException e) {
            throw new FleetFailure(
                    "PostgreSQL refused to prepare the database: " + e.getMessage(),
                    "Its log is .fleet/postgres.log; ./fleet doctor looks for the usual causes.");
        }
    }

    public void provision(String database, Service service) throws SQLException {
        SchemaProvisioner.provision(
                url(database),
                server.superuser(),
                server.password(),
                service.name(),
                secrets.ownerPassword(service.name()),
                secrets.appPassword(service.name()));
    }

    public void create(String database) throws SQLException {
        var exists = "select 1 from pg_database where datname = '" + database + "'";
        try (var connection = connect();
                var statement = connection.createStatement()) {
            if (!statement.executeQuery(exists).next()) {
                statement.execute("create database " + database);
            }
        }
    }

    public void drop(String database) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists " + database + " with (force)");
        }
    }

    private java.sql.Connection connect() throws SQLException {
        return DriverManager.getConnection(url("postgres"), server.superuser(), server.password());
    }
}
