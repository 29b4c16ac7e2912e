package io.frontdesk.benchmarks.retrieval;

import io.frontdesk.starter.database.SchemaProvisioner;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** A database of its own on the PostgreSQL with pgvector that the environment names. */
record RetrievalDatabase(String server, String name, String user, String password)
        implements AutoCloseable {
    private static final String VARIABLE = "FRONTDESK_TEST_POSTGRES_";
    private static final String ROLE_PASSWORD = "benchmark";

    static Optional<RetrievalDatabase> create() throws SQLException {
        var server = System.getenv(VARIABLE + "URL");
        if (server == null || server.isBlank()) {
            return Optional.empty();
        }
        var database =
                new RetrievalDatabase(
                        server,
                        "benchmark_" + ProcessHandle.current().pid(),
                        System.getenv().getOrDefault(VARIABLE + "USER", "postgres"),
                        System.getenv().getOrDefault(VARIABLE + "PASSWORD", ""));
        database.execute("create database " + database.name());
        SchemaProvisioner.provision(
                database.url(),
                database.user(),
                database.password(),
                "rag-core-service",
                ROLE_PASSWORD,
                ROLE_PASSWORD);
        return Optional.of(database);
    }

    List<String> settings() {
        return List.of(
                "--frontdesk.index.kind=pgvector",
                "--frontdesk.database.url=" + url(),
                "--frontdesk.database.owner-password=" + ROLE_PASSWORD,
                "--frontdesk.database.app-password=" + ROLE_PASSWORD);
    }

    /** Reaches the service's rows as the service does. */
    Filler filler() throws SQLException {
        var own = url() + (url().contains("?") ? "&" : "?") + "currentSchema=rag_core,public";
        return new Filler(own, "rag_core_app", ROLE_PASSWORD);
    }

    private String url() {
        return server.replaceFirst("/[^/?]*(\\?|$)", "/" + name + "$1");
    }

    private void execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(server, user, password);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        execute("drop database if exists " + name + " with (force)");
    }
}
