package io.frontdesk.ragknowledge.erasure;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.frontdesk.starter.jobs.Jobs;
import io.frontdesk.starter.tenancy.Tenancy;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** The durable queue of erasures: one goes on until it is done. */
@Component
class ErasureQueue {

    private final OneTimeTask<Void> task;
    private final Jobs jobs;

    ErasureQueue(OneTimeTask<Void> eraseTenantTask, Jobs jobs) {
        this.task = eraseTenantTask;
        this.jobs = jobs;
    }

    void add(UUID tenant, UUID erasure) {
        jobs.addNow(task.instance(tenant + "/" + erasure));
    }

    @Configuration(proxyBeanMethods = false)
    static class Handler {
        private static final Duration PAUSE = Duration.ofSeconds(5);

        @Bean
        OneTimeTask<Void> eraseTenantTask(
                ObjectProvider<EraseTenant> eraseTenant, Tenancy tenancy) {
            return Tasks.oneTime("erase-tenant")
                    .onFailure(new FailureHandler.OnFailureRetryLater<>(PAUSE))
                    .onDeadExecutionRevive()
                    .execute((instance, _) -> run(instance, eraseTenant.getObject(), tenancy));
        }

        private static void run(
                TaskInstance<Void> instance, EraseTenant eraseTenant, Tenancy tenancy) {
            var ids = instance.getId().split("/", 2);
            tenancy.as(
                    UUID.fromString(ids[0]),
                    () -> {
                        try {
                            eraseTenant.run(UUID.fromString(ids[1]));
                        } catch (InterruptedException stopped) {
                            throw new IllegalStateException("an erasure was interrupted", stopped);
                        }
                    });
        }
    }
}
