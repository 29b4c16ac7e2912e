package io.frontdesk.payment.customer;

import io.frontdesk.payment.account.TenantAccount;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The customers of the tenant and how their providers call them. */
@Repository
public class Customers {
    private static final String ALL =
            """
            select c.*, a.provider, a.live from payment_customer c
            join provider_account a on a.id = c.account_id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Customers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record AtProvider(UUID accountId, String reference) {}

    /** How the account's provider calls the customer. */
    @Transactional(readOnly = true)
    public String reference(UUID id, UUID account) {
        var found = atProvider(id);
        if (!found.accountId().equals(account)) {
            throw new UnknownCustomer(id);
        }
        return found.reference();
    }

    @Transactional(readOnly = true)
    AtProvider atProvider(UUID id) {
        return jdbc.sql("select account_id, reference from payment_customer where id = ?")
                .param(id)
                .query((row, number) ->
                        new AtProvider(
                                row.getObject("account_id", UUID.class),
                                row.getString("reference")))
                .optional()
                .orElseThrow(() -> new UnknownCustomer(id));
    }

    @Transactional
    void insert(
            UUID id,
            TenantAccount account,
            String reference,
            @Nullable String name,
            @Nullable String email) {
        jdbc.sql(
                        """
                        insert into payment_customer
                            (id, account_id, reference, name, email, created_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(id, account.id(), reference)
                .param(name)
                .param(email)
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    @Transactional(readOnly = true)
    Customer get(UUID id) {
        return jdbc.sql(ALL + "where c.id = ?")
                .param(id)
                .query(Customers::read)
                .optional()
                .orElseThrow(() -> new UnknownCustomer(id));
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    List<Customer> list(@Nullable UUID cursor, int limit) {
        return jdbc.sql(
                        ALL
                                + """
                                where cast(:cursor as uuid) is null or c.id < :cursor
                                order by c.id desc limit :limit
                                """)
                .param("cursor", cursor)
                .param("limit", limit)
                .query(Customers::read)
                .list();
    }

    private static Customer read(ResultSet row, int number) throws SQLException {
        return new Customer(
                row.getObject("id", UUID.class),
                row.getString("provider"),
                row.getBoolean("live"),
                row.getString("name"),
                row.getString("email"),
                row.getTimestamp("created_at").toInstant());
    }
}
