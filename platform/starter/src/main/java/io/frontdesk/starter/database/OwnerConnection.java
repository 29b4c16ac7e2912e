package io.frontdesk.starter.database;

import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;

/**
 * The connection as the role that migrates. A type of its own: one that were both kinds of details
 * would be taken for the application's as well.
 */
record OwnerConnection(ServiceDatabase database) implements FlywayConnectionDetails {
    @Override
    public String getUsername() {
        return database.owner();
    }

    @Override
    public String getPassword() {
        return database.ownerPassword();
    }

    @Override
    public String getJdbcUrl() {
        return database.pathUrl();
    }
}
