package io.frontdesk.starter.tenancy;

import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Refuses to run where row-level security would not hold: a tenant table without a forced policy,
 * or an application role that may bypass it. Materialized views and foreign tables know no
 * policies, so they cannot hold a tenant's rows.
 */
class RowSecurityCheck implements SmartInitializingSingleton {
    private static final String UNGUARDED =
            """
            select c.relname from pg_class c
            join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
                 and not a.attisdropped
            where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p', 'm', 'f')
              and (not c.relrowsecurity or not c.relforcerowsecurity
                   or not exists (select from pg_policy p where p.polrelid = c.oid))
            order by 1
            """;
    private static final String POWERFUL =
            """
            select r.rolname from pg_roles r
            where r.rolname = current_user and (r.rolsuper or r.rolbypassrls)
            """;

    private final JdbcClient jdbc;

    RowSecurityCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void afterSingletonsInstantiated() {
        refuse(
                jdbc.sql(UNGUARDED).query((row, number) -> row.getString(1)).list(),
                "Tables with tenant_id but no forced row-level security policy: ");
        refuse(
                jdbc.sql(POWERFUL).query((row, number) -> row.getString(1)).list(),
                "The application role may bypass row-level security: ");
    }

    private static void refuse(List<String> offenders, String why) {
        if (!offenders.isEmpty()) {
            throw new IllegalStateException(why + String.join(", ", offenders));
        }
    }
}
