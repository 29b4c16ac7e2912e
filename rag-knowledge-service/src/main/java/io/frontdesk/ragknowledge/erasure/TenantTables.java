package io.frontdesk.ragknowledge.erasure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * All tables with rows of tenants, as the database itself lists them, so that a table that is new
 * cannot be forgotten.
 */
@Repository
@Transactional
class TenantTables {

    /**
     * What an erasure leaves: its receipts; facts on their way to others, among them that documents
     * are gone, and answers to repeated calls, both of which end by themselves; and the operator's
     * configuration, whose quotas go on.
     */
    private static final Set<String> KEPT =
            Set.of("erasure", "erasure_count", "outbox", "idempotency_key", "knowledge_policy");

    private final JdbcClient jdbc;

    TenantTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those to be emptied: what refers to another comes before it. */
    List<String> inOrder() {
        var referring = referring();
        var order = new LinkedHashSet<String>();
        referring.keySet().forEach(table -> visit(table, referring, order, new ArrayList<>()));
        return List.copyOf(order);
    }

    /** Deletes up to so many rows of the tenant at hand; answers how many. */
    int delete(String table, int most) {
        // The name is the catalogue's own, and quoted.
        var name = "\"" + table.replace("\"", "\"\"") + "\"";
        return jdbc.sql(
                        "delete from %s where ctid = any(array(select ctid from %s where tenant_id ="
                                        .formatted(name, name)
                                + " current_setting('app.tenant')::uuid limit :most))")
                .param("most", most)
                .update();
    }

    private static void visit(
            String table,
            Map<String, Set<String>> referring,
            Set<String> order,
            List<String> path) {
        if (order.contains(table) || path.contains(table)) {
            return;
        }
        path.add(table);
        referring
                .getOrDefault(table, Set.of())
                .forEach(child -> visit(child, referring, order, path));
        path.removeLast();
        order.add(table);
    }

    /** For each table the ones that refer to it. */
    private Map<String, Set<String>> referring() {
        var tables = new LinkedHashMap<String, Set<String>>();
        jdbc.sql(
                        """
                        select c.relname, r.relname from pg_class c
                        join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
                             and not a.attisdropped
                        left join pg_constraint k on k.confrelid = c.oid and k.contype = 'f'
                             and k.conrelid <> c.oid
                        left join pg_class r on r.oid = k.conrelid
                        where c.relnamespace = current_schema()::regnamespace
                          and c.relkind in ('r', 'p') and not c.relispartition
                        order by 1, 2
                        """)
                .query(row -> {
                    if (!KEPT.contains(row.getString(1))) {
                        var children =
                                tables.computeIfAbsent(
                                        row.getString(1), _ -> new LinkedHashSet<>());
                        if (row.getString(2) != null) {
                            children.add(row.getString(2));
                        }
                    }
                });
        tables.values().forEach(children -> children.retainAll(tables.keySet()));
        return tables;
    }
}
