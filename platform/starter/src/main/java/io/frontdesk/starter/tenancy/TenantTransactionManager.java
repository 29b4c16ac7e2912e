package io.frontdesk.starter.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/**
 * Tells PostgreSQL at the start of every transaction for whom it runs. The settings are local to
 * the transaction, so a pooled connection carries nothing over to its next user.
 */
class TenantTransactionManager extends JdbcTransactionManager {
    private static final String SCOPE =
            "select set_config('app.tenant', ?, true), set_config('app.system', ?, true)";

    private final transient Tenancy tenancy;

    TenantTransactionManager(DataSource dataSource, Tenancy tenancy) {
        super(dataSource);
        this.tenancy = tenancy;
        tenancy.onRescope(() -> rescope(dataSource));
    }

    @Override
    protected void prepareTransactionalConnection(
            Connection connection, TransactionDefinition definition) throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        setScope(connection);
    }

    /** Tells the running transaction of this thread that its scope has changed. */
    private void rescope(DataSource dataSource) {
        var connection = DataSourceUtils.getConnection(dataSource);
        try {
            setScope(connection);
        } catch (SQLException e) {
            throw translateException("scope of a transaction", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private void setScope(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(SCOPE)) {
            statement.setString(1, tenancy.current().map(UUID::toString).orElse(""));
            statement.setString(2, tenancy.system() ? "on" : "off");
            statement.execute();
        }
    }
}
