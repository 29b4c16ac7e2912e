package io.frontdesk.payment.book;

import io.frontdesk.payment.fact.Fact;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.IdGenerator;

/** One row per dispute, which follows from its facts whichever is told first. */
@Repository
class Disputes {
    private final JdbcClient jdbc;
    private final IdGenerator ids;

    Disputes(JdbcClient jdbc, IdGenerator ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /** Takes facts as they were told: a late opening still brings its reason. */
    @Transactional(propagation = Propagation.MANDATORY)
    void apply(UUID payment, Collection<Fact> told) {
        for (var fact : told) {
            if (fact instanceof Fact.DisputeOpened opened) {
                write(
                        payment,
                        new Row(opened.disputeReference(), opened, "open", opened.at(), null));
            } else if (fact instanceof Fact.DisputeClosed closed) {
                var opened =
                        new Fact.DisputeOpened(
                                closed.providerReference(),
                                closed.at(),
                                closed.disputeReference(),
                                closed.amount(),
                                null,
                                "",
                                null);
                write(
                        payment,
                        new Row(
                                closed.disputeReference(),
                                opened,
                                closed.won() ? "won" : "lost",
                                closed.at(),
                                closed.at()));
            }
        }
    }

    private record Row(
            String reference,
            Fact.DisputeOpened opened,
            String status,
            Instant openedAt,
            @Nullable Instant closedAt) {}

    private void write(UUID payment, Row row) {
        var due = row.opened().evidenceDueBy();
        jdbc.sql(
                        """
                        insert into payment_dispute as old (id, payment_id, reference, amount,
                            currency, status, reason, evidence_due_by, opened_at, closed_at)
                        values (:id, :payment, :reference, :amount, :currency, :status,
                            nullif(:reason, ''), :due, :opened, :closed)
                        on conflict (payment_id, reference) do update set
                            status = case when old.status = 'open' then excluded.status
                                else old.status end,
                            reason = coalesce(old.reason, excluded.reason),
                            evidence_due_by =
                                coalesce(old.evidence_due_by, excluded.evidence_due_by),
                            opened_at = least(old.opened_at, excluded.opened_at),
                            closed_at = coalesce(old.closed_at, excluded.closed_at)
                        """)
                .param("id", ids.generateId())
                .param("payment", payment)
                .param("reference", row.reference())
                .param("amount", row.opened().amount().getAmount())
                .param("currency", row.opened().amount().getCurrencyUnit().getCode())
                .param("status", row.status())
                .param("reason", row.opened().reason())
                .param("due", due == null ? null : Timestamp.from(due))
                .param("opened", Timestamp.from(row.openedAt()))
                .param("closed", row.closedAt() == null ? null : Timestamp.from(row.closedAt()))
                .update();
    }
}
