package io.frontdesk.payment.movement;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The movements of the tenant's payments. */
@Repository
public class Movements {
    private final JdbcClient jdbc;
    private final Clock clock;

    Movements(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** In the order in which they were asked for. */
    @Transactional(readOnly = true)
    public List<MoneyMovement> of(UUID payment) {
        return jdbc.sql("select * from payment_movement where payment_id = ? order by id")
                .param(payment)
                .query(MoneyMovement::of)
                .list();
    }

    @Transactional(readOnly = true)
    Optional<MoneyMovement> find(UUID id) {
        return jdbc.sql("select * from payment_movement where id = ?")
                .param(id)
                .query(MoneyMovement::of)
                .optional();
    }

    @Transactional(readOnly = true)
    Optional<MoneyMovement> withKey(String key) {
        return jdbc.sql("select * from payment_movement where idempotency_key = ?")
                .param(key)
                .query(MoneyMovement::of)
                .optional();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void insert(MoneyMovement movement, String key, Instant check) {
        jdbc.sql(
                        """
                        insert into payment_movement (id, payment_id, kind, amount, currency, last,
                            reason, idempotency_key, request_hash, state, created_at, changed_at,
                            check_at)
                        values (:id, :payment, :kind, :amount, :currency, :last, :reason, :key,
                            :hash, :state, :now, :now, :check)
                        """)
                .param("id", movement.id())
                .param("payment", movement.paymentId())
                .param("kind", movement.kind())
                .param("amount", movement.amount().getAmount())
                .param("currency", movement.amount().getCurrencyUnit().getCode())
                .param("last", movement.last())
                .param("reason", movement.reason())
                .param("key", key)
                .param("hash", movement.requestHash())
                .param("state", movement.state())
                .param("now", Timestamp.from(movement.createdAt()))
                .param("check", Timestamp.from(check))
                .update();
    }

    /** Ends a movement. */
    @Transactional
    void end(UUID id, String state, @Nullable String problem) {
        jdbc.sql(
                        """
                        update payment_movement set state = ?, problem = ?, changed_at = ?,
                            check_at = null
                        where id = ? and state in ('asked', 'unknown')
                        """)
                .param(state)
                .param(problem)
                .params(Timestamp.from(clock.instant()), id)
                .update();
    }

    /** Plans when it is tried next; false where it ended, or somebody else is at it. */
    @Transactional
    boolean checkAt(UUID id, Instant at, int checks, String state) {
        return jdbc.sql(
                                """
                                update payment_movement set check_at = ?, checks = ?, state = ?,
                                    changed_at = ?
                                where id = ? and state in ('asked', 'unknown') and checks <= ?
                                """)
                        .params(Timestamp.from(at), checks, state)
                        .params(Timestamp.from(clock.instant()), id, checks)
                        .update()
                == 1;
    }
}
