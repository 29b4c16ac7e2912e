package io.frontdesk.payment.sandbox;

import io.frontdesk.payment.provider.Lookup;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The rows of the sandbox. */
@Repository
class SandboxBook {
    private static final String ENTRIES =
            """
            select e.*, c.reference as charge, c.currency from sandbox_entry e
            join sandbox_charge c on c.id = e.charge_id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    SandboxBook(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** False where the key was used before. */
    @Transactional
    boolean insert(SandboxCharge charge) {
        return jdbc.sql(
                                """
                                insert into sandbox_charge (id, reference, key, payment_id, amount,
                                    currency, manual_capture, method, return_url, token, created_at)
                                values (:id, :reference, :key, :payment, :amount, :currency,
                                    :manual, :method, :returnUrl, :token, :now)
                                on conflict (tenant_id, key) do nothing
                                """)
                        .param("id", charge.id())
                        .param("reference", charge.reference())
                        .param("key", charge.key())
                        .param("payment", charge.paymentId())
                        .param("amount", charge.amount().getAmount())
                        .param("currency", charge.amount().getCurrencyUnit().getCode())
                        .param("manual", charge.manualCapture())
                        .param("method", charge.method().token())
                        .param("returnUrl", charge.returnUrl())
                        .param("token", charge.token())
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    @Transactional
    void insert(UUID charge, SandboxEntry entry) {
        jdbc.sql(
                        """
                        insert into sandbox_entry
                            (id, charge_id, kind, reference, key, amount, fee, detail, at)
                        values (:id, :charge, :kind, :reference, :key, :amount, :fee, :detail, :at)
                        """)
                .param("id", entry.id())
                .param("charge", charge)
                .param("kind", entry.kind())
                .param("reference", entry.reference())
                .param("key", entry.key())
                .param("amount", entry.amount().getAmount())
                .param("fee", entry.fee().getAmount())
                .param("detail", entry.detail())
                .param("at", Timestamp.from(entry.at()))
                .update();
    }

    @Transactional(readOnly = true)
    Optional<SandboxCharge> withKey(String key) {
        return charge("key = ?", key);
    }

    @Transactional(readOnly = true)
    Optional<SandboxCharge> withToken(String token) {
        return charge("token = ?", token);
    }

    /** Holds the charge until the end of the transaction. */
    @Transactional
    Optional<SandboxCharge> lock(String reference) {
        return charge("reference = ? for update", reference);
    }

    private Optional<SandboxCharge> charge(String condition, String value) {
        return jdbc.sql("select * from sandbox_charge where " + condition)
                .param(value)
                .query(SandboxCharge::of)
                .optional();
    }

    @Transactional(readOnly = true)
    List<SandboxEntry> entries(UUID charge) {
        return jdbc.sql(ENTRIES + "where e.charge_id = ? order by e.id")
                .param(charge)
                .query(SandboxEntry::of)
                .list();
    }

    @Transactional(readOnly = true)
    Optional<SandboxCharge> ofDispute(String reference) {
        return jdbc.sql(
                        """
                        select c.* from sandbox_charge c
                        join sandbox_entry e on e.charge_id = c.id
                        where e.kind = 'dispute_opened' and e.reference = ? for update of c
                        """)
                .param(reference)
                .query(SandboxCharge::of)
                .optional();
    }

    @Transactional(readOnly = true)
    List<SandboxEntry> find(Lookup lookup) {
        return jdbc.sql(
                        ENTRIES
                                + """
                                where c.payment_id = :payment or c.reference = :reference
                                order by e.id
                                """)
                .param("payment", lookup.paymentId())
                .param("reference", lookup.providerReference())
                .query(SandboxEntry::of)
                .list();
    }

    /** What moved on the account, oldest first. */
    @Transactional(readOnly = true)
    List<SandboxEntry> moved(Instant from, Instant to, @Nullable UUID cursor, int limit) {
        return jdbc.sql(
                        ENTRIES
                                + """
                                where e.kind in
                                    ('captured', 'refunded', 'dispute_opened', 'dispute_won')
                                  and e.at >= :from and e.at < :to
                                  and (cast(:cursor as uuid) is null or e.id > :cursor)
                                order by e.id limit :limit
                                """)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .param("cursor", cursor)
                .param("limit", limit)
                .query(SandboxEntry::of)
                .list();
    }
}
