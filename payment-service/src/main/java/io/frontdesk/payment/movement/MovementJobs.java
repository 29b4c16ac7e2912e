package io.frontdesk.payment.movement;

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

/** Finishes movements whose answer never came, or whose process died. */
@Configuration(proxyBeanMethods = false)
class MovementJobs {
    @Bean
    OneTimeTask<Void> movementRepair(
            Movements movements, PerformMovement perform, Tenancy tenancy) {
        return Tasks.oneTime("repair-movement")
                .onFailureRetryLater()
                .execute((instance, context) -> {
                    var job = TenantJob.parse(instance.getId());
                    tenancy.as(
                            job.tenant(),
                            () ->
                                    movements
                                            .find(job.id())
                                            .filter(MoneyMovement::pending)
                                            .ifPresent(perform::repeat));
                });
    }

    @Bean
    Task<Void> findUnknownMovements(OneTimeTask<Void> movementRepair, DueRows due) {
        return Tasks.recurring("find-unknown-movements", FixedDelay.of(Duration.ofSeconds(2)))
                .execute((instance, context) ->
                        due.plan("payment_movement", "check_at", movementRepair));
    }
}
