package io.frontdesk.ragcore.reembedding;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.frontdesk.starter.jobs.Jobs;
import io.frontdesk.starter.tenancy.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One job for a base that changes its model. It works for some seconds and then lets others have
 * their turn; what its process did not live to do, the next run of it does.
 */
@Configuration(proxyBeanMethods = false)
class ReembeddingJobs {
    private static final TaskDescriptor<Void> REEMBED = TaskDescriptor.of("reembed-base");
    private static final Duration TURN = Duration.ofSeconds(10);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
    private static final Duration SWEEP = Duration.ofMinutes(1);

    static TaskInstance<Void> job(UUID tenant, UUID base) {
        return REEMBED.instance(tenant + "/" + base).build();
    }

    @Bean
    Task<Void> reembedBase(Takeover takeover, Tenancy tenancy, Jobs jobs, Clock clock) {
        return Tasks.custom(REEMBED)
                .onFailureReschedule(FixedDelay.of(AFTER_FAILURE))
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    var parts = instance.getId().split("/", 2);
                    var tenant = UUID.fromString(parts[0]);
                    var base = UUID.fromString(parts[1]);
                    var end = clock.instant().plus(TURN);
                    var next =
                            tenancy.as(
                                    tenant,
                                    () ->
                                            takeover.run(
                                                    base,
                                                    () ->
                                                            clock.instant().isBefore(end)
                                                                    && !context.getSchedulerState()
                                                                            .isShuttingDown()));
                    return next.<CompletionHandler<Void>>map(at ->
                                    (complete, operations) -> operations.reschedule(complete, at))
                            .orElseGet(() ->
                                    (_, operations) -> {
                                        operations.remove();
                                        // Who asked while this job was there planned no other.
                                        if (tenancy.as(tenant, () -> takeover.pending(base))) {
                                            jobs.addNow(job(tenant, base));
                                        }
                                    });
                });
    }

    /** Finds bases whose job got lost. */
    @Bean
    Task<Void> findBasesToReembed(
            JdbcClient jdbc, TransactionTemplate transactions, Tenancy tenancy, Jobs jobs) {
        return Tasks.recurring("find-bases-to-reembed", FixedDelay.of(SWEEP))
                .execute((_, _) ->
                        tenancy.asSystem(() ->
                                        transactions.execute(_ ->
                                                jdbc.sql(
                                                                "select tenant_id, base_id from base_model"
                                                                        + " where next_model is not null")
                                                        .query((row, _) ->
                                                                job(
                                                                        row.getObject(
                                                                                1, UUID.class),
                                                                        row.getObject(
                                                                                2, UUID.class)))
                                                        .list()))
                                .forEach(jobs::addNow));
    }
}
