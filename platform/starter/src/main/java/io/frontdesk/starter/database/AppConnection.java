package io.frontdesk.starter.database;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** The connection as the role that the application works as. */
record AppConnection(ServiceDatabase database) implements JdbcConnectionDetails {
    @Override
    public String getUsername() {
        return database.app();
    }

    @Override
    public String getPassword() {
        return database.appPassword();
    }

    @Override
    public String getJdbcUrl() {
        return database.pathUrl();
    }
}
