package io.frontdesk.ragknowledge.evaluation;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteReschedule;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.frontdesk.starter.tenancy.Tenancy;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job of a run, {@code <tenant>/<run>}. */
@Configuration(proxyBeanMethods = false)
class EvaluationJobs {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    @Bean
    CustomTask<Void> evaluationTask(Evaluate evaluate, Tenancy tenancy) {
        return Tasks.custom("evaluate", Void.class)
                .onFailureReschedule(FixedDelay.of(PAUSE))
                .onDeadExecutionRevive()
                .execute((instance, _) -> goOn(instance, evaluate, tenancy));
    }

    private static CompletionHandler<Void> goOn(
            TaskInstance<Void> instance, Evaluate evaluate, Tenancy tenancy) {
        var ids = instance.getId().split("/", 2);
        var pause =
                tenancy.as(UUID.fromString(ids[0]), () -> evaluate.goOn(UUID.fromString(ids[1])));
        return pause.<CompletionHandler<Void>>map(
                        wait -> new OnCompleteReschedule<>(FixedDelay.of(wait)))
                .orElseGet(OnCompleteRemove::new);
    }
}
