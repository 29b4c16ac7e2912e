package io.frontdesk.e2e.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.e2e.fleet.Fleet;
import io.frontdesk.e2e.fleet.FleetTest;
import io.frontdesk.e2e.fleet.Tenants;
import io.frontdesk.starter.database.SchemaProvisioner;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The application roles write SQL of their own: row-level security is the only guard left. */
@FleetTest
@TestInstance(Lifecycle.PER_CLASS)
class RowSecurityTest {
    private Fleet fleet;
    private Belongings ours;
    private Belongings theirs;

    @BeforeAll
    void create(Fleet fleet) {
        this.fleet = fleet;
        var tenants = new Tenants(fleet);
        ours = Belongings.of(tenants, "Ours by SQL", "nutmeg");
        theirs = Belongings.of(tenants, "Theirs by SQL", "vermilion");
    }

    @Test
    void showsOwnRowsOnlyInEveryTableOfEveryService() throws SQLException {
        var guarded = new ArrayList<String>();
        for (var service : fleet.services()) {
            try (var app = connect(service)) {
                for (var table : tenantTables(app, service)) {
                    var own = count(app, ours.tenant().id(), table, ours.tenant().id());
                    assertThat(count(app, ours.tenant().id(), table, theirs.tenant().id()))
                            .as(table)
                            .isZero();
                    assertThat(count(app, "", table, ours.tenant().id())).as(table).isZero();
                    if (own > 0) {
                        guarded.add(table);
                    }
                }
            }
        }
        assertThat(guarded)
                .as("tables with rows to be seen")
                .anyMatch(table -> table.startsWith("rag_knowledge."))
                .anyMatch(table -> table.startsWith("rag_core."))
                .anyMatch(table -> table.startsWith("payment."))
                .anyMatch(table -> table.startsWith("calendar_integration."))
                .anyMatch(table -> table.startsWith("calendar_plugin."));
    }

    @Test
    void changesNoRowOfAnotherTenant() throws SQLException {
        for (var service :
                List.of(
                        "rag-knowledge-service",
                        "rag-core-service",
                        "admin-customer-rag-service",
                        "payment-service",
                        "calendar-integration-service",
                        "calendar-plugin-service")) {
            try (var app = connect(service)) {
                for (var table : tenantTables(app, service)) {
                    actAs(app, ours.tenant().id());
                    assertThat(deleted(app, table, theirs.tenant().id())).as(table).isZero();
                    app.rollback();
                }
            }
        }
        assertThat(theirs.intact()).isTrue();
    }

    /** None where the role may not delete at all, as from the ledger. */
    private static int deleted(Connection app, String table, String tenant) throws SQLException {
        try (var statement = app.createStatement()) {
            return statement.executeUpdate(
                    "delete from " + table + " where tenant_id = '" + tenant + "'");
        } catch (SQLException refused) {
            if (refused.getSQLState().equals("42501")) {
                return 0;
            }
            throw refused;
        }
    }

    @Test
    void entersNoSchemaOfAnotherService() throws SQLException {
        try (var app = connect("payment-service")) {
            assertThatThrownBy(() -> count(app, "", "rag_knowledge.document", ""))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    private Connection connect(String service) throws SQLException {
        var app =
                DriverManager.getConnection(
                        fleet.databaseUrl(),
                        SchemaProvisioner.schema(service) + "_app",
                        fleet.secrets().appPassword(service));
        app.setAutoCommit(false);
        return app;
    }

    private static List<String> tenantTables(Connection app, String service) throws SQLException {
        var sql =
                """
                select quote_ident(n.nspname) || '.' || quote_ident(c.relname)
                from pg_class c
                  join pg_namespace n on n.oid = c.relnamespace
                  join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
                where n.nspname = ? and c.relkind in ('r', 'p')
                  and has_table_privilege(c.oid, 'select, delete')
                """;
        try (var query = app.prepareStatement(sql)) {
            query.setString(1, SchemaProvisioner.schema(service));
            var tables = new ArrayList<String>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            return tables;
        }
    }

    private static long count(Connection app, String as, String table, String tenant)
            throws SQLException {
        actAs(app, as);
        var sql = "select count(*) from " + table + " where tenant_id::text = ?";
        try (var query = app.prepareStatement(sql)) {
            query.setString(1, tenant);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } finally {
            app.rollback();
        }
    }

    private static void actAs(Connection app, String tenant) throws SQLException {
        try (var statement = app.prepareStatement("select set_config('app.tenant', ?, true)")) {
            statement.setString(1, tenant);
            statement.execute();
        }
    }
}
