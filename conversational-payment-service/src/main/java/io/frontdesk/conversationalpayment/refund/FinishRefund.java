package io.frontdesk.conversationalpayment.refund;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.frontdesk.conversationalpayment.audit.AuditTrail;
import io.frontdesk.conversationalpayment.charging.Charging;
import io.frontdesk.conversationalpayment.charging.PaymentRefused;
import io.frontdesk.starter.jobs.Jobs;
import io.frontdesk.starter.tenancy.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Has a refund made that is written down: at once, and by a job for as long as its end is unknown.
 * Its id is the key of every call, so that any number of calls give back once.
 */
@Configuration(proxyBeanMethods = false)
class FinishRefund {
    private static final String NAME = "finish-refund";
    private static final Duration FIRST_LOOK = Duration.ofSeconds(20);

    private final RefundIntents intents;
    private final Charging charging;
    private final AuditTrail audit;
    private final Jobs jobs;
    private final TransactionTemplate transactions;
    private final Clock clock;

    FinishRefund(
            RefundIntents intents,
            Charging charging,
            AuditTrail audit,
            Jobs jobs,
            TransactionTemplate transactions,
            Clock clock) {
        this.intents = intents;
        this.charging = charging;
        this.audit = audit;
        this.jobs = jobs;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Sees to it, with the transaction at hand, that the refund comes to an end. */
    void later(UUID tenant, UUID refund) {
        jobs.add(new TaskInstance<>(NAME, tenant + "/" + refund), clock.instant().plus(FIRST_LOOK));
    }

    /**
     * Has the refund made.
     *
     * @throws PaymentRefused when payment-service says no for good: it counts no longer
     * @throws io.frontdesk.conversationalpayment.charging.PaymentsUnavailable when its end is not
     *     known yet
     */
    JsonNode make(RefundIntents.Begun begun) {
        try {
            var answer =
                    charging.refund(begun.id(), begun.payment(), begun.amount(), begun.reason());
            intents.end(begun.id(), "done");
            return answer;
        } catch (PaymentRefused refused) {
            transactions.executeWithoutResult(_ -> {
                if (intents.end(begun.id(), "failed")) {
                    audit.add("refund-failed", begun.payment(), Map.of("code", refused.code()));
                }
            });
            throw refused;
        }
    }

    private void look(UUID refund) {
        intents.get(refund)
                .filter(begun -> begun.status().equals("begun"))
                .ifPresent(begun -> {
                    try {
                        make(begun);
                    } catch (PaymentRefused refused) {
                        // That is an end, too, and written down.
                    }
                });
    }

    @Bean
    static Task<Void> finishRefundTask(FinishRefund finish, Tenancy tenancy) {
        return Tasks.oneTime(NAME)
                .onFailure(
                        new FailureHandler.ExponentialBackoffFailureHandler<>(
                                Duration.ofSeconds(5), 2))
                .onDeadExecutionRevive()
                .execute((job, _) -> {
                    var ids = job.getId().split("/", 2);
                    tenancy.as(UUID.fromString(ids[0]), () -> finish.look(UUID.fromString(ids[1])));
                });
    }
}
