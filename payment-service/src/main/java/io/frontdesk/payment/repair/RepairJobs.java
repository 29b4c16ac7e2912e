package io.frontdesk.payment.repair;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.frontdesk.starter.tenancy.Tenancy;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Finds payments that are due for a question, whoever left them behind, and asks one by one. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RepairProperties.class)
class RepairJobs {
    @Bean
    OneTimeTask<Void> paymentRepair(RepairPayment repair, Tenancy tenancy) {
        return Tasks.oneTime("repair-payment")
                .onFailureRetryLater()
                .execute((instance, context) -> {
                    var job = TenantJob.parse(instance.getId());
                    tenancy.as(job.tenant(), () -> repair.ask(job.id()));
                });
    }

    @Bean
    Task<Void> findUnknownPayments(OneTimeTask<Void> paymentRepair, DueRows due) {
        return Tasks.recurring("find-unknown-payments", FixedDelay.of(Duration.ofSeconds(2)))
                .execute((instance, context) -> due.plan("payment", "check_at", paymentRepair));
    }
}
