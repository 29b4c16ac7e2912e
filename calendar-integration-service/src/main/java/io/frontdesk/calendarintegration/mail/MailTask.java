package io.frontdesk.calendarintegration.mail;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job that sends one message, named {@code <tenant>/<message>}. */
@Configuration(proxyBeanMethods = false)
class MailTask {
    private static final String NAME = "mail";

    static TaskInstance<Void> job(UUID tenant, UUID message) {
        return new TaskInstance<>(NAME, tenant + "/" + message);
    }

    @Bean
    Task<Void> mail(Delivery delivery) {
        return Tasks.custom(NAME, Void.class)
                .execute((job, context) -> {
                    var ids = job.getId().split("/", 2);
                    return delivery.attempt(UUID.fromString(ids[0]), UUID.fromString(ids[1]))
                            .map(MailTask::again)
                            .orElseGet(CompletionHandler.OnCompleteRemove::new);
                });
    }

    private static CompletionHandler<Void> again(Instant at) {
        return (complete, operations) -> operations.reschedule(complete, at);
    }
}
