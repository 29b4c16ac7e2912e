package io.frontdesk.ragknowledge.intake;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.frontdesk.starter.jobs.Jobs;
import io.frontdesk.starter.tenancy.Tenancy;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** The durable queue of imports. */
@Component
class ImportQueue {

    private final OneTimeTask<Void> task;
    private final Jobs jobs;

    ImportQueue(OneTimeTask<Void> importArchiveTask, Jobs jobs) {
        this.task = importArchiveTask;
        this.jobs = jobs;
    }

    void add(UUID tenant, UUID importId) {
        jobs.addNow(task.instance(tenant + "/" + importId));
    }

    @Configuration(proxyBeanMethods = false)
    static class Handler {
        private static final Duration PAUSE = Duration.ofSeconds(2);

        @Bean
        OneTimeTask<Void> importArchiveTask(ImportArchive importArchive, Tenancy tenancy) {
            return Tasks.oneTime("import-archive")
                    .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(PAUSE))
                    .onDeadExecutionRevive()
                    .execute((instance, _) -> run(instance, importArchive, tenancy));
        }

        private static void run(
                TaskInstance<Void> instance, ImportArchive importArchive, Tenancy tenancy) {
            var ids = instance.getId().split("/", 2);
            tenancy.as(
                    UUID.fromString(ids[0]),
                    () -> {
                        try {
                            importArchive.run(UUID.fromString(ids[1]));
                        } catch (IOException | InterruptedException stopped) {
                            throw new IllegalStateException("an import was interrupted", stopped);
                        }
                    });
        }
    }
}
