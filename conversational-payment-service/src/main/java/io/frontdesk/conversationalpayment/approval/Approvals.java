package io.frontdesk.conversationalpayment.approval;

import io.frontdesk.conversationalpayment.audit.AuditTrail;
import io.frontdesk.conversationalpayment.quote.Promise;
import io.frontdesk.starter.money.MoneyColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.IdGenerator;

/** The approvals of the tenant at hand. */
@Repository
@Transactional
public class Approvals {
    private final JdbcClient jdbc;
    private final IdGenerator ids;
    private final Clock clock;

    Approvals(JdbcClient jdbc, IdGenerator ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    public void add(Promise promise) {
        jdbc.sql(
                        """
                        insert into approval (id, quote_id, amount, currency, status,
                            requested_by, requested_at, expires_at)
                        values (:id, :quote, :amount, :currency, 'open', :by, :now, :expiresAt)
                        """)
                .param("id", ids.generateId())
                .param("quote", promise.id())
                .param("amount", promise.total().getAmount())
                .param("currency", promise.total().getCurrencyUnit().getCode())
                .param("by", AuditTrail.subject())
                .param("now", OffsetDateTime.now(clock))
                .param("expiresAt", promise.payableUntil())
                .update();
    }

    public Approval get(UUID id) {
        return jdbc.sql("select * from approval where id = :id")
                .param("id", id)
                .query((row, _) -> approval(row))
                .optional()
                .orElseThrow(() -> new ApprovalNotFound(id));
    }

    public Optional<Approval> of(UUID quote) {
        return jdbc.sql("select * from approval where quote_id = :quote")
                .param("quote", quote)
                .query((row, _) -> approval(row))
                .optional();
    }

    /** Ends an open approval; false when it was not open any more. */
    public boolean end(UUID id, String status, @Nullable String reason) {
        return jdbc.sql(
                                """
                                update approval set status = :status, reason = :reason,
                                    decided_by = :by, decided_at = :now
                                where id = :id and status = 'open'
                                """)
                        .param("id", id)
                        .param("status", status)
                        .param("reason", reason)
                        .param("by", AuditTrail.subject())
                        .param("now", OffsetDateTime.now(clock))
                        .update()
                == 1;
    }

    /** Newest first; {@code before} is the last id of the page before. */
    public List<Approval> list(@Nullable String status, int limit, @Nullable UUID before) {
        return jdbc.sql(
                        """
                        select * from approval
                        where (:status::text is null or status = :status)
                            and (:before::uuid is null or id < :before::uuid)
                        order by id desc limit :limit
                        """)
                .param("status", status)
                .param("before", before)
                .param("limit", limit)
                .query((row, _) -> approval(row))
                .list();
    }

    /** How many wait. */
    public long open() {
        return jdbc.sql("select count(*) from approval where status = 'open' and expires_at > :now")
                .param("now", OffsetDateTime.now(clock))
                .query(Long.class)
                .single();
    }

    private Approval approval(ResultSet row) throws SQLException {
        return new Approval(
                row.getObject("id", UUID.class),
                row.getObject("quote_id", UUID.class),
                MoneyColumns.read(row, "amount", "currency"),
                row.getString("status"),
                row.getString("requested_by"),
                row.getObject("requested_at", OffsetDateTime.class),
                row.getObject("expires_at", OffsetDateTime.class),
                row.getString("decided_by"),
                row.getObject("decided_at", OffsetDateTime.class),
                row.getString("reason"));
    }
}
