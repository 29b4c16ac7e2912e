package io.frontdesk.payment.webhook;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.frontdesk.starter.tenancy.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Works through the messages of all tenants; one that fails is tried again later. */
@Configuration(proxyBeanMethods = false)
class WebhookJobs {
    private static final Logger log = LoggerFactory.getLogger(WebhookJobs.class);
    private static final int TENANTS = 50;
    private static final int BATCH = 200;
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

    @Bean
    Task<Void> processWebhooks(
            Webhooks webhooks, ProcessWebhook process, Tenancy tenancy, Clock clock) {
        return Tasks.recurring("process-webhooks", FixedDelay.of(Duration.ofSeconds(1)))
                .execute((instance, context) -> {
                    for (var tenant : tenancy.asSystem(() -> webhooks.tenantsWithDue(TENANTS))) {
                        try {
                            tenancy.as(tenant, () -> work(webhooks, process, clock));
                        } catch (RuntimeException failure) {
                            // One tenant's trouble is no other's.
                            log.error("Webhooks of tenant {} wait", tenant, failure);
                        }
                    }
                });
    }

    /** Without those that tell nothing new; all, where one cannot be read. */
    private static List<UUID> news(List<UUID> due, ProcessWebhook process) {
        try {
            return process.settleKnown(due);
        } catch (RuntimeException failure) {
            log.warn("Webhooks are processed one by one", failure);
            return due;
        }
    }

    private static void work(Webhooks webhooks, ProcessWebhook process, Clock clock) {
        for (UUID id : news(webhooks.due(BATCH), process)) {
            try {
                process.process(id);
            } catch (RuntimeException failure) {
                log.error("Webhook {} was not processed", id, failure);
                webhooks.retry(id, clock.instant().plus(AFTER_FAILURE), "An error of ours.");
            }
        }
    }
}
