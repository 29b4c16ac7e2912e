package io.frontdesk.starter.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** One server for all tests of this JVM, and places in it for as many services as they like. */
public final class SharedPostgres {
    public static final String OWNER_PASSWORD = "owner's $$ \\ secret";
    public static final String APP_PASSWORD = "app's $$ \\ secret";

    private static final LocalPostgres SERVER = start();

    private SharedPostgres() {}

    /** Makes the place of a service, for example {@code orders-service}. */
    public static void provision(String service) {
        try {
            SchemaProvisioner.provision(
                    url(),
                    SERVER.superuser(),
                    SERVER.password(),
                    service,
                    OWNER_PASSWORD,
                    APP_PASSWORD);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String url() {
        return SERVER.jdbcUrl("postgres");
    }

    /** Runs statements as the owner of a schema, in that schema. */
    public static void asOwner(String schema, String... statements) {
        try (var connection = connect(schema, schema + "_owner", OWNER_PASSWORD)) {
            run(connection, statements);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs statements as the superuser, in that schema. */
    public static void asSuperuser(String schema, String... statements) {
        try (var connection = connect(schema, SERVER.superuser(), SERVER.password())) {
            run(connection, statements);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Connection asApp(String schema) throws SQLException {
        return connect(schema, schema + "_app", APP_PASSWORD);
    }

    public static String superuser() {
        return SERVER.superuser();
    }

    public static String superuserPassword() {
        return SERVER.password();
    }

    static Connection connect(String schema, String user, String password) throws SQLException {
        var search = url() + "?currentSchema=" + schema + ",public";
        return DriverManager.getConnection(search, user, password);
    }

    static void run(Connection connection, String... statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var sql : List.of(statements)) {
                statement.execute(sql);
            }
        }
    }

    /** The first column of the first row. */
    static String ask(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }

    private static LocalPostgres start() {
        try {
            var directory = Files.createTempDirectory("frontdesk-test").resolve("postgres");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(directory)));
            return LocalPostgres.start(directory, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends a server of a test and removes all that it wrote. */
    static void stop(Path directory) {
        try {
            LocalPostgres.stop(directory);
            var parent = directory.getParent();
            if (parent != null) {
                org.springframework.util.FileSystemUtils.deleteRecursively(parent);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
