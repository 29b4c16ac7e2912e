package io.frontdesk.payment.customer;

import io.frontdesk.payment.request.RequestHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
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
        return jdbc.sql(
                        """
                        select account_id, reference from payment_customer
                        where id = ? and reference is not null
                        """)
                .param(id)
                .query((row, number) ->
                        new AtProvider(
                                row.getObject("account_id", UUID.class),
                                row.getString("reference")))
                .optional()
                .orElseThrow(() -> new UnknownCustomer(id));
    }

    /** A customer who is wanted, and whom the provider may not know yet. */
    record Wanted(UUID id, UUID accountId, boolean known) {}

    /** The customer whom a key made, who must have been asked for alike. */
    @Transactional(readOnly = true)
    Optional<Wanted> withKey(String key, String hash) {
        return jdbc.sql("select * from payment_customer where idempotency_key = ?")
                .param(key)
                .query((row, number) -> {
                    RequestHash.same(row.getString("request_hash"), hash);
                    return new Wanted(
                            row.getObject("id", UUID.class),
                            row.getObject("account_id", UUID.class),
                            row.getString("reference") != null);
                })
                .optional();
    }

    /** Writes down that a customer is wanted; nothing where the key is taken. */
    @Transactional
    void insert(
            Wanted wanted, @Nullable String name, @Nullable String email, String key, String hash) {
        jdbc.sql(
                        """
                        insert into payment_customer (id, account_id, name, email, created_at,
                            idempotency_key, request_hash)
                        values (:id, :account, :name, :email, :now, :key, :hash)
                        on conflict (tenant_id, idempotency_key) do nothing
                        """)
                .param("id", wanted.id())
                .param("account", wanted.accountId())
                .param("name", name)
                .param("email", email)
                .param("now", Timestamp.from(clock.instant()))
                .param("key", key)
                .param("hash", hash)
                .update();
    }

    /** Writes how the provider calls the customer. */
    @Transactional
    void made(UUID id, String reference) {
        jdbc.sql("update payment_customer set reference = ? where id = ?")
                .params(reference, id)
                .update();
    }

    @Transactional(readOnly = true)
    Customer get(UUID id) {
        return jdbc.sql(ALL + "where c.id = ? and c.reference is not null")
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
                                where c.reference is not null
                                  and (cast(:cursor as uuid) is null or c.id < :cursor)
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
