package io.frontdesk.payment.link;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.frontdesk.payment.repair.DueRows;
import io.frontdesk.payment.repair.TenantJob;
import io.frontdesk.starter.tenancy.Tenancy;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Closes the pages of links that expired, were paid or were deactivated. */
@Configuration(proxyBeanMethods = false)
class LinkJobs {
    @Bean
    OneTimeTask<Void> linkEnding(EndLink end, Tenancy tenancy) {
        return Tasks.oneTime("end-link")
                .onFailureRetryLater()
                .execute((instance, context) -> {
                    var job = TenantJob.parse(instance.getId());
                    tenancy.as(job.tenant(), () -> end.end(job.id()));
                });
    }

    @Bean
    Task<Void> findEndedLinks(OneTimeTask<Void> linkEnding, DueRows due) {
        return Tasks.recurring("find-ended-links", FixedDelay.of(Duration.ofSeconds(2)))
                .execute((instance, context) -> due.plan("payment_link", "close_at", linkEnding));
    }
}
