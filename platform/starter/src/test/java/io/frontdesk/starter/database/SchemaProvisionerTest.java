package io.frontdesk.starter.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaProvisionerTest {
    private static final String SCHEMA = "shop_floor";

    @BeforeAll
    static void provisionTwoServices() {
        SharedPostgres.provision("shop-floor-service");
        SharedPostgres.provision("neighbour-service");
        SharedPostgres.asOwner("neighbour", "create table secrets (id int)");
        SharedPostgres.asOwner(
                SCHEMA,
                "create table item (id int generated always as identity, name text)",
                "create table guarded (tenant_id uuid, name text)",
                "insert into guarded values (gen_random_uuid(), 'of a tenant')",
                "alter table guarded enable row level security",
                "alter table guarded force row level security",
                "create policy tenant on guarded using (false)");
    }

    @ParameterizedTest
    @CsvSource({
        "rag-core-service, rag_core",
        "gateway-service, gateway",
        "conversational-payment-service, conversational_payment",
        "service-desk, service_desk"
    })
    void namesTheSchemaAfterTheService(String service, String schema) {
        assertThat(SchemaProvisioner.schema(service)).isEqualTo(schema);
    }

    @Test
    void letsTheAppReadAndWriteWhatTheOwnerMakes() throws SQLException {
        try (var app = SharedPostgres.asApp(SCHEMA)) {
            SharedPostgres.run(
                    app,
                    "insert into item (name) values ('a')",
                    "update item set name = 'b'",
                    "delete from item");
            assertThat(SharedPostgres.ask(app, "select current_schema")).isEqualTo(SCHEMA);
            assertThat(SharedPostgres.ask(app, "select similarity('abc', 'abc')")).isEqualTo("1");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table own (id int)",
                "create table public.own (id int)",
                "create schema own",
                "create role own",
                "create database own",
                "alter table item add column x int",
                "drop table item",
                "truncate item",
                "alter table guarded disable row level security",
                "alter table guarded no force row level security",
                "drop policy tenant on guarded",
                "alter role shop_floor_app bypassrls",
                "alter role shop_floor_app superuser",
                "set role shop_floor_owner",
                "set role postgres",
                "select * from neighbour.secrets",
                "select pg_read_file('/etc/passwd')",
                "copy item to program 'true'"
            })
    void forbidsTheAppWhatTheOwnerMay(String sql) throws SQLException {
        try (var app = SharedPostgres.asApp(SCHEMA)) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> SharedPostgres.run(app, sql))
                    .extracting(SQLException::getSQLState)
                    .isEqualTo("42501");
        }
    }

    @Test
    void keepsTheAppFromGoingRoundRowSecurity() throws SQLException {
        try (var app = SharedPostgres.asApp(SCHEMA)) {
            assertThat(SharedPostgres.ask(app, "select count(*) from guarded")).isEqualTo("0");
            SharedPostgres.run(app, "set row_security = off");
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> SharedPostgres.ask(app, "select count(*) from guarded"))
                    .withMessageContaining("row-level security");
        }
    }

    @Test
    void keepsTheOwnerOutOfOtherSchemas() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> SharedPostgres.asOwner(SCHEMA, "select * from neighbour.secrets"))
                .withMessageContaining("permission denied for schema neighbour");
    }

    @Test
    void changesNothingButThePasswordsWhenRunAgain() throws SQLException {
        SharedPostgres.provision("again-service");
        SharedPostgres.asOwner(
                "again", "create table kept (id int)", "insert into kept values (1)");
        SchemaProvisioner.provision(
                SharedPostgres.url(),
                SharedPostgres.superuser(),
                SharedPostgres.superuserPassword(),
                "again-service",
                "new owner",
                "new app");
        try (var app = SharedPostgres.connect("again", "again_app", "new app")) {
            assertThat(SharedPostgres.ask(app, "select count(*) from kept")).isEqualTo("1");
        }
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> SharedPostgres.asApp("again").close());
    }

    @Test
    void provisionsManyServicesAtOnce() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all =
                    IntStream.range(0, 14)
                            .mapToObj(i -> "together-" + i % 7 + "-service")
                            .<Future<?>>map(
                                    name -> threads.submit(() -> SharedPostgres.provision(name)))
                            .toList();
            for (var one : all) {
                one.get();
            }
        }
        try (var app = SharedPostgres.asApp("together_6")) {
            assertThat(SharedPostgres.ask(app, "select current_schema")).isEqualTo("together_6");
        }
    }
}
