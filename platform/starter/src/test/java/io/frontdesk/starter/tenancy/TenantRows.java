package io.frontdesk.starter.tenancy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.frontdesk.starter.database.SharedPostgres;
import java.util.UUID;

/** A schema with rows of two tenants, and the application role's pool in it. */
final class TenantRows {
    static final UUID A = UUID.fromString("01930000-0000-7000-8000-00000000000a");
    static final UUID B = UUID.fromString("01930000-0000-7000-8000-00000000000b");

    private TenantRows() {}

    /** Of one connection, so that each transaction gets the connection of the one before. */
    static HikariDataSource pool(String schema, String user, String password) {
        var config = new HikariConfig();
        config.setJdbcUrl(SharedPostgres.url() + "?currentSchema=" + schema + ",public");
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(1);
        return new HikariDataSource(config);
    }

    static HikariDataSource pool(String schema) {
        return pool(schema, schema + "_app", SharedPostgres.APP_PASSWORD);
    }

    static String[] guarded(String table) {
        return new String[] {
            """
            create table %s (
              name text not null,
              tenant_id uuid not null default current_setting('app.tenant')::uuid)
            """
                    .formatted(table),
            "alter table " + table + " enable row level security",
            "alter table " + table + " force row level security",
            """
            create policy tenant on %s
            using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
            """
                    .formatted(table)
        };
    }

    static String systemPolicy(String table) {
        return "create policy system on "
                + table
                + " using (current_setting('app.system', true) = 'on')";
    }
}
