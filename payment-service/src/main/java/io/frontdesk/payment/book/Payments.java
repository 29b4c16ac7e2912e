package io.frontdesk.payment.book;

import io.frontdesk.payment.account.TenantAccount;
import io.frontdesk.payment.status.Standing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The payments of the tenant. */
@Repository
public class Payments {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Payments(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Writes down that a payment is about to be asked for; empty where the key is taken.
     *
     * @param check when to ask the provider about it, should nobody come back from asking
     */
    @Transactional
    public Optional<Payment> insert(
            UUID id,
            TenantAccount account,
            Purchase purchase,
            String key,
            String requestHash,
            Instant check) {
        return jdbc.sql(
                        """
                        insert into payment (id, account_id, provider, live, amount,
                            currency, manual_capture, payment_method, reference,
                            description, metadata, return_url, customer_id, quote_id,
                            link_id, idempotency_key, request_hash, created_at, status,
                            changed_at, check_at)
                        values (:id, :account, :provider, :live, :amount, :currency,
                            :manual, :method, :reference, :description,
                            cast(:metadata as jsonb), :returnUrl, :customer, :quote, :link,
                            :key, :hash, :now, 'unknown', :now, :check)
                        on conflict (tenant_id, idempotency_key) do nothing
                        returning *
                        """)
                .param("id", id)
                .param("account", account.id())
                .param("provider", account.account().provider())
                .param("live", account.account().live())
                .param("amount", purchase.amount().getAmount())
                .param("currency", purchase.amount().getCurrencyUnit().getCode())
                .param("manual", purchase.manualCapture())
                .param("method", purchase.paymentMethod())
                .param("reference", purchase.reference())
                .param("description", purchase.description())
                .param("metadata", json.writeValueAsString(purchase.metadata()))
                .param("returnUrl", purchase.returnUrl())
                .param("customer", purchase.customerId())
                .param("quote", purchase.quoteId())
                .param("link", purchase.linkId())
                .param("key", key)
                .param("hash", requestHash)
                .param("now", Timestamp.from(clock.instant()))
                .param("check", Timestamp.from(check))
                .query(this::read)
                .optional();
    }

    @Transactional(readOnly = true)
    public Payment get(UUID id) {
        return find(id).orElseThrow(() -> new UnknownPayment(id));
    }

    @Transactional(readOnly = true)
    public Optional<Payment> find(UUID id) {
        return jdbc.sql("select * from payment where id = ?")
                .param(id)
                .query(this::read)
                .optional();
    }

    @Transactional(readOnly = true)
    public Optional<Payment> withKey(String key) {
        return jdbc.sql("select * from payment where idempotency_key = ?")
                .param(key)
                .query(this::read)
                .optional();
    }

    @Transactional(readOnly = true)
    public Optional<Payment> atProvider(String provider, String reference) {
        return jdbc.sql(
                        """
                        select * from payment where provider = ? and provider_reference = ?
                        order by id limit 1
                        """)
                .params(provider, reference)
                .query(this::read)
                .optional();
    }

    /** Holds the payment until the end of the transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Payment lock(UUID id) {
        return jdbc.sql("select * from payment where id = ? for update")
                .param(id)
                .query(this::read)
                .optional()
                .orElseThrow(() -> new UnknownPayment(id));
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Payment> list(PaymentFilter filter, int limit) {
        return jdbc.sql(
                        """
                        select * from payment
                        where (cast(:status as text) is null or status = :status)
                          and (cast(:reference as text) is null or reference = :reference)
                          and (cast(:from as timestamptz) is null or created_at >= :from)
                          and (cast(:to as timestamptz) is null or created_at < :to)
                          and (cast(:cursor as uuid) is null or id < :cursor)
                        order by id desc limit :limit
                        """)
                .param("status", filter.status())
                .param("reference", filter.reference())
                .param("from", filter.from() == null ? null : Timestamp.from(filter.from()))
                .param("to", filter.to() == null ? null : Timestamp.from(filter.to()))
                .param("cursor", filter.cursor())
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    /** Writes what follows from the facts, and returns the row as it is then. */
    @Transactional(propagation = Propagation.MANDATORY)
    Payment update(UUID id, Standing standing) {
        var failure = standing.failure();
        var open =
                switch (standing.status()) {
                    case UNKNOWN, REQUIRES_ACTION -> true;
                    default -> false;
                };
        var now = clock.instant();
        return jdbc.sql(
                        """
                        update payment set status = :status, captured = :captured,
                            refunded = :refunded, capturable = :capturable, disputed = :disputed,
                            provider_reference = coalesce(:reference, provider_reference),
                            failure_code = :code, failure_message = :message, action_url = :url,
                            changed_at = :now, check_at = case when :open then
                                greatest(check_at, :later) end
                        where id = :id returning *
                        """)
                .param("status", standing.status().word())
                .param("captured", standing.captured().getAmount())
                .param("refunded", standing.refunded().getAmount())
                .param("capturable", standing.capturable().getAmount())
                .param("disputed", standing.disputed().getAmount())
                .param("reference", standing.providerReference())
                .param("code", failure == null ? null : failure.code())
                .param("message", failure == null ? null : failure.message())
                .param("url", standing.actionUrl() == null ? null : standing.actionUrl().toString())
                .param("now", Timestamp.from(now))
                .param("later", Timestamp.from(now.plus(Duration.ofMinutes(1))))
                .param("open", open)
                .param("id", id)
                .query(this::read)
                .single();
    }

    /** Plans when the provider is asked next; nothing where it told in the meantime. */
    @Transactional
    public boolean checkAt(UUID id, Instant at, int checks, boolean silent) {
        return jdbc.sql(
                                """
                                update payment set check_at = ?, checks = ?, silent = silent or ?
                                where id = ? and check_at is not null and checks <= ?
                                """)
                        .params(Timestamp.from(at), checks, silent, id, checks)
                        .update()
                == 1;
    }

    private Payment read(ResultSet row, int number) throws SQLException {
        return Payment.of(row, json);
    }
}
