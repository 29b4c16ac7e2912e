package io.frontdesk.starter.events;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.frontdesk.starter.database.SchemaProvisioner;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/** A service's schema with the starter's tables, on one server for the whole JVM. */
public final class TestSchema implements AutoCloseable {
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final String service = "trial" + NEXT.incrementAndGet() + "-service";
    private final HikariDataSource application;

    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("listen_addresses", "localhost")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public TestSchema() throws SQLException {
        var url = Server.POSTGRES.getJdbcUrl("postgres", "postgres");
        var schema = SchemaProvisioner.schema(service);
        SchemaProvisioner.provision(url, "postgres", "", service, "secret", "secret");
        var path = Server.POSTGRES.getJdbcUrl("x", "postgres").replaceFirst("\\?.*", "");
        Flyway.configure()
                .dataSource(path, schema + "_owner", "secret")
                .schemas(schema)
                .createSchemas(false)
                .locations("classpath:db/starter", "classpath:db/jobs")
                .load()
                .migrate();
        var pool = new HikariConfig();
        pool.setJdbcUrl(path + "?currentSchema=" + schema);
        pool.setUsername(schema + "_app");
        pool.setPassword("secret");
        pool.setMaximumPoolSize(6);
        application = new HikariDataSource(pool);
        inSchema("create table thing (owner uuid, name text)");
        inSchema("grant select, insert, update, delete on thing to " + schema + "_app");
    }

    public String service() {
        return service;
    }

    /** As the application role. */
    public HikariDataSource application() {
        return application;
    }

    /** Runs a statement as superuser, whom row-level security does not bind. */
    public void inSchema(String sql) throws SQLException {
        try (var connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            connection.setSchema(SchemaProvisioner.schema(service));
            statement.execute(sql);
        }
    }

    /** The first column of the first row, as superuser. */
    public long count(String sql) {
        try (var connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            connection.setSchema(SchemaProvisioner.schema(service));
            var rows = statement.executeQuery(sql);
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        application.close();
    }
}
