package io.frontdesk.test.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * A server on which a test may create databases and roles: the one named by {@code
 * FRONTDESK_TEST_POSTGRES_URL} (with {@code _USER} and {@code _PASSWORD}), else a container where a
 * Docker engine answers, else the embedded one. One for each JVM.
 *
 * @param url JDBC URL of the maintenance database
 */
record PostgresServer(String url, String user, String password) {
    private static final Logger log = LoggerFactory.getLogger(PostgresServer.class);
    private static final String IMAGE = "pgvector/pgvector:pg17";

    static PostgresServer get() {
        return Holder.SERVER;
    }

    Connection connect() throws SQLException {
        return connect("");
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), user, password);
    }

    /** The URL of another database of this server; the maintenance database's where it is empty. */
    String url(String database) {
        return database.isEmpty() ? url : url.replaceFirst("/[^/?]*(\\?|$)", "/" + database + "$1");
    }

    private static PostgresServer find() {
        var server = configured().or(PostgresServer::container).orElseGet(PostgresServer::embedded);
        log.info("Tests use PostgreSQL at {}", server.url());
        return server;
    }

    private static Optional<PostgresServer> configured() {
        var environment = System.getenv();
        return Optional.ofNullable(environment.get("FRONTDESK_TEST_POSTGRES_URL"))
                .filter(url -> !url.isBlank())
                .map(url ->
                        new PostgresServer(
                                url,
                                environment.getOrDefault(
                                        "FRONTDESK_TEST_POSTGRES_USER", "postgres"),
                                environment.getOrDefault("FRONTDESK_TEST_POSTGRES_PASSWORD", "")));
    }

    /** The container is left to Testcontainers, which removes it when the JVM ends. */
    @SuppressWarnings("resource")
    private static Optional<PostgresServer> container() {
        if (!DockerEngine.answers()) {
            return Optional.empty();
        }
        var image = DockerImageName.parse(IMAGE).asCompatibleSubstituteFor("postgres");
        var container =
                new PostgreSQLContainer(image)
                        .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=300")
                        .withStartupTimeout(Duration.ofSeconds(60));
        try {
            container.start();
        } catch (ContainerLaunchException | ContainerFetchException | IllegalStateException e) {
            log.warn("A Docker engine answers, but {} does not start: {}", IMAGE, e.getMessage());
            return Optional.empty();
        }
        return Optional.of(
                new PostgresServer(
                        container.getJdbcUrl(), container.getUsername(), container.getPassword()));
    }

    private static PostgresServer embedded() {
        try {
            return new PostgresServer(EmbeddedServer.start(), "postgres", "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL does not start", e);
        }
    }

    /** Starts the server at first use. */
    private static final class Holder {
        static final PostgresServer SERVER = find();
    }
}
