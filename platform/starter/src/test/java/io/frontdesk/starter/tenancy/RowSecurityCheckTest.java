package io.frontdesk.starter.tenancy;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.frontdesk.starter.database.SharedPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A service does not start where row-level security would not hold. */
class RowSecurityCheckTest {
    @BeforeEach
    void startWithGuardedTables() {
        SharedPostgres.provision("checked-service");
        SharedPostgres.asSuperuser(
                "checked",
                "drop schema checked cascade",
                "create schema checked authorization checked_owner",
                "grant usage on schema checked to checked_app");
        SharedPostgres.asOwner("checked", TenantRows.guarded("guarded"));
        SharedPostgres.asOwner(
                "checked",
                "create table free (id int)",
                "create table once (id int, tenant_id uuid)",
                "alter table once drop column tenant_id");
    }

    @Test
    void acceptsGuardedTablesAndThoseWithoutTenants() {
        assertThatNoException().isThrownBy(() -> check("checked_app", SharedPostgres.APP_PASSWORD));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    create table open (tenant_id uuid)                              | open
                    alter table guarded no force row level security                 | guarded
                    alter table guarded disable row level security                  | guarded
                    drop policy tenant on guarded                                   | guarded
                    create materialized view copy as select * from guarded          | copy
                    create table part (tenant_id uuid) partition by hash (tenant_id) | part
                    """)
    void refusesATenantTableThatIsNotGuarded(String sql, String table) {
        SharedPostgres.asOwner("checked", sql);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> check("checked_app", SharedPostgres.APP_PASSWORD))
                .withMessage(
                        "Tables with tenant_id but no forced row-level security policy: " + table);
    }

    @Test
    void refusesARoleThatRowSecurityDoesNotBind() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(
                        () -> check(SharedPostgres.superuser(), SharedPostgres.superuserPassword()))
                .withMessage("The application role may bypass row-level security: postgres");
        SharedPostgres.asSuperuser("checked", "alter role checked_app bypassrls");
        try {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> check("checked_app", SharedPostgres.APP_PASSWORD))
                    .withMessageContaining("checked_app");
        } finally {
            SharedPostgres.asSuperuser("checked", "alter role checked_app nobypassrls");
        }
    }

    private static void check(String user, String password) {
        try (var pool = TenantRows.pool("checked", user, password)) {
            new RowSecurityCheck(JdbcClient.create(pool)).afterSingletonsInstantiated();
        }
    }
}
