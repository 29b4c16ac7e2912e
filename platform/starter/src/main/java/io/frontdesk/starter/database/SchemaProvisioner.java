package io.frontdesk.starter.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/**
 * Makes a service's place in the database: its schema, an owner role for migrations, and an
 * application role that owns nothing, cannot bypass row-level security and sees no other schema.
 * Running it again changes nothing but the passwords.
 */
public final class SchemaProvisioner {
    private static final List<String> EXTENSIONS = List.of("btree_gist", "pg_trgm", "vector");

    private SchemaProvisioner() {}

    /** The schema of a service, for example {@code rag_core} for {@code rag-core-service}. */
    public static String schema(String service) {
        return service.replaceFirst("-service$", "").replace('-', '_');
    }

    /**
     * Makes or mends the schema and roles of one service.
     *
     * @param adminJdbcUrl the database, as a role that may create roles and schemas
     * @throws SQLException when the server refuses
     */
    public static void provision(
            String adminJdbcUrl,
            String adminUser,
            String adminPassword,
            String service,
            String ownerPassword,
            String appPassword)
            throws SQLException {
        try (var connection = DriverManager.getConnection(adminJdbcUrl, adminUser, adminPassword)) {
            connection.setAutoCommit(false);
            // Roles are global: two services provisioned at once would collide in the catalogue.
            run(connection, "select pg_advisory_xact_lock(7263981)");
            createExtensions(connection);
            for (var statement : statements(schema(service), ownerPassword, appPassword)) {
                run(connection, statement);
            }
            connection.commit();
        }
    }

    /** The same as SQL text, for a server that only its own administrator may change. */
    public static List<String> statements(String schema, String ownerPassword, String appPassword) {
        var owner = schema + "_owner";
        var app = schema + "_app";
        return List.of(
                role(owner),
                password(owner, ownerPassword),
                role(app),
                password(app, appPassword),
                // PostgreSQL 16 and later: only a member of a role may act for it.
                "grant " + owner + " to current_user",
                "create schema if not exists " + schema + " authorization " + owner,
                "revoke all on schema " + schema + " from public",
                "grant usage on schema " + schema + " to " + app,
                defaults(owner, schema)
                        + "grant select, insert, update, delete on tables to "
                        + app,
                defaults(owner, schema) + "grant usage, select on sequences to " + app);
    }

    private static String defaults(String owner, String schema) {
        return "alter default privileges for role " + owner + " in schema " + schema + " ";
    }

    private static String role(String name) {
        return """
        do $$ begin
          if not exists (select from pg_roles where rolname = '%1$s') then
            create role %1$s login nosuperuser nobypassrls nocreatedb nocreaterole;
          end if;
        end $$\
        """
                .formatted(name);
    }

    private static String password(String role, String password) {
        return "alter role " + role + " password '" + password.replace("'", "''") + "'";
    }

    private static void createExtensions(Connection connection) throws SQLException {
        for (var extension : EXTENSIONS) {
            run(
                    connection,
                    """
                    do $$ begin
                      if exists (select from pg_available_extensions where name = '%1$s') then
                        create extension if not exists %1$s schema public;
                      end if;
                    end $$\
                    """
                            .formatted(extension));
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
