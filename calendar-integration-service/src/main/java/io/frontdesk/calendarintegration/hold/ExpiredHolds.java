package io.frontdesk.calendarintegration.hold;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.frontdesk.starter.tenancy.Tenancy;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Looks for holds whose time is up. They block nothing any more; but who waits for their slots
 * should hear of it even when nobody else asks.
 */
@Configuration(proxyBeanMethods = false)
public class ExpiredHolds {
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Holds holds;
    private final Tenancy tenancy;

    ExpiredHolds(Holds holds, Tenancy tenancy) {
        this.holds = holds;
        this.tenancy = tenancy;
    }

    @Bean
    Task<?> sweepExpiredHolds() {
        return Tasks.recurring("sweep-expired-holds", FixedDelay.of(PAUSE))
                .execute((_, _) -> sweep());
    }

    /** Ends them, of all tenants. */
    public void sweep() {
        for (var tenant : tenancy.asSystem(holds::tenantsWithExpired)) {
            tenancy.as(
                    tenant,
                    () -> {
                        while (holds.expireOne()) {
                            // Each in its own transaction: locks on resources must not pile up.
                        }
                    });
        }
    }
}
