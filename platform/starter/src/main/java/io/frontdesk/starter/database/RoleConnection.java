package io.frontdesk.starter.database;

import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** A connection as one of the two roles. */
record RoleConnection(ServiceDatabase database, String role, String secret)
        implements JdbcConnectionDetails, FlywayConnectionDetails {
    @Override
    public String getUsername() {
        return role;
    }

    @Override
    public String getPassword() {
        return secret;
    }

    @Override
    public String getJdbcUrl() {
        return database.pathUrl();
    }

    @Override
    public String getDriverClassName() {
        return "org.postgresql.Driver";
    }
}
