package io.frontdesk.ragknowledge.reindexing;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.frontdesk.starter.jobs.Jobs;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Takes a step of each reindexing every second, in one of the replicas, until it is over. */
@Component
class ReindexJob {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final CustomTask<Void> task;
    private final Jobs jobs;

    ReindexJob(CustomTask<Void> reindexTask, Jobs jobs) {
        this.task = reindexTask;
        this.jobs = jobs;
    }

    void begin(UUID reindexing) {
        jobs.addNow(task.instance(reindexing.toString()));
    }

    @Configuration(proxyBeanMethods = false)
    static class Handler {
        @Bean
        CustomTask<Void> reindexTask(Reindex reindex) {
            return Tasks.custom("reindex", Void.class)
                    .onFailureReschedule(FixedDelay.of(PAUSE.multipliedBy(5)))
                    .onDeadExecutionRevive()
                    .execute((instance, _) -> {
                        boolean over = reindex.step(UUID.fromString(instance.getId()));
                        return over
                                ? new CompletionHandler.OnCompleteRemove<>()
                                : new CompletionHandler.OnCompleteReschedule<>(
                                        FixedDelay.of(PAUSE));
                    });
        }
    }
}
