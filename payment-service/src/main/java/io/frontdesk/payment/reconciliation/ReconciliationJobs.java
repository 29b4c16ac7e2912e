package io.frontdesk.payment.reconciliation;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import io.frontdesk.payment.account.Accounts;
import io.frontdesk.payment.repair.TenantJob;
import io.frontdesk.starter.jobs.Jobs;
import io.frontdesk.starter.tenancy.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Every night, every account is compared over the day that has ended (UTC). */
@Configuration(proxyBeanMethods = false)
class ReconciliationJobs {
    private static final int RETRIES = 10;

    /** The day before the one of this time. */
    record Day(Instant from, Instant to) {
        static Day before(Instant now) {
            var today = now.truncatedTo(ChronoUnit.DAYS);
            return new Day(today.minus(1, ChronoUnit.DAYS), today);
        }
    }

    @Bean
    OneTimeTask<Void> reconcileAccount(
            Reconcile reconcile, Accounts accounts, Tenancy tenancy, Clock clock) {
        return Tasks.oneTime("reconcile-account")
                .onFailure(
                        new FailureHandler.MaxRetriesFailureHandler<>(
                                RETRIES,
                                new FailureHandler.ExponentialBackoffFailureHandler<>(
                                        Duration.ofMinutes(1))))
                .execute((instance, context) -> {
                    var job = TenantJob.parse(instance.getId());
                    var day = Day.before(clock.instant());
                    tenancy.as(
                            job.tenant(),
                            () -> {
                                reconcile.run(accounts.byId(job.id()), day.from(), day.to());
                            });
                });
    }

    @Bean
    Task<Void> reconcileYesterday(
            OneTimeTask<Void> reconcileAccount,
            Jobs jobs,
            JdbcClient jdbc,
            Tenancy tenancy,
            TransactionTemplate transaction) {
        return Tasks.recurring("reconcile-yesterday", new Daily(ZoneOffset.UTC, LocalTime.of(2, 0)))
                .execute((instance, context) ->
                        tenancy.asSystem(() -> {
                            transaction.executeWithoutResult(
                                    status -> plan(reconcileAccount, jobs, jdbc));
                            return RETRIES;
                        }));
    }

    private static void plan(OneTimeTask<Void> task, Jobs jobs, JdbcClient jdbc) {
        jdbc.sql("select tenant_id, id from provider_account order by id")
                .query((row, number) ->
                        new TenantJob(
                                row.getObject("tenant_id", UUID.class),
                                row.getObject("id", UUID.class)))
                .list()
                .forEach(job -> jobs.addNow(task.instance(job.toString())));
    }
}
