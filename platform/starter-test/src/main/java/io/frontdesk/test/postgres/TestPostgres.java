package io.frontdesk.test.postgres;

import io.frontdesk.starter.database.SchemaProvisioner;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** PostgreSQL for tests without Spring; {@link PostgresTest} is for those with it. */
public final class TestPostgres {
    private static final AtomicInteger count = new AtomicInteger();
    // Roles belong to the server, so all databases of all test runs must agree on the passwords.
    private static final String OWNER_PASSWORD = "test-owner";
    private static final String APP_PASSWORD = "test-app";
    private static final long PROVISIONING = 5_201_314L;

    private TestPostgres() {}

    /**
     * A fresh database for the service "test-service", with schema {@code test} and its two roles.
     */
    public static Database database() {
        return database("test-service");
    }

    /**
     * A fresh database with the schema and the two roles of one service; it disappears with the
     * test run.
     */
    public static Database database(String service) {
        var server = PostgresServer.get();
        var name = "test_" + ProcessHandle.current().pid() + "_" + count.incrementAndGet();
        try (var connection = server.connect()) {
            execute(connection, "drop database if exists " + name + " with (force)");
            execute(connection, "create database " + name);
            // Two runs on one configured server would trip over each other's roles.
            execute(connection, "select pg_advisory_lock(" + PROVISIONING + ")");
            SchemaProvisioner.provision(
                    server.url(name),
                    server.user(),
                    server.password(),
                    service,
                    OWNER_PASSWORD,
                    APP_PASSWORD);
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "PostgreSQL for tests at " + server.url() + ": " + e.getMessage(), e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> drop(server, name)));
        return new Database(service, server.url(name), OWNER_PASSWORD, APP_PASSWORD);
    }

    /** Whether the server offers an extension, for example {@code vector}. */
    public static boolean offers(String extension) {
        try (var connection = PostgresServer.get().connect();
                var query =
                        connection.prepareStatement(
                                "select 1 from pg_available_extensions where name = ?")) {
            query.setString(1, extension);
            try (var row = query.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void drop(PostgresServer server, String name) {
        try (var connection = server.connect()) {
            execute(connection, "drop database if exists " + name + " with (force)");
        } catch (SQLException e) {
            // The embedded server stops in a hook of its own, perhaps first; it leaves nothing.
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A database of its own for one test or context, and who may enter it. */
    public record Database(String service, String url, String ownerPassword, String appPassword) {
        /** The schema's name, which the starter derives from the service's. */
        public String schema() {
            return SchemaProvisioner.schema(service);
        }

        /** Connects as the role that owns the schema and runs migrations. */
        public DataSource owner() {
            return new DriverManagerDataSource(pathUrl(), schema() + "_owner", ownerPassword);
        }

        /** Connects as the application's role, which row-level security binds. */
        public DataSource app() {
            return new DriverManagerDataSource(pathUrl(), schema() + "_app", appPassword);
        }

        /** Connects as the server's superuser, whom nothing binds. */
        public DataSource superuser() {
            var server = PostgresServer.get();
            return new DriverManagerDataSource(pathUrl(), server.user(), server.password());
        }

        private String pathUrl() {
            return url + (url.contains("?") ? "&" : "?") + "currentSchema=" + schema() + ",public";
        }
    }
}
