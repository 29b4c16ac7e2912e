package io.frontdesk.admincustomerrag.erasure;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.frontdesk.admincustomerrag.customer.Customers;
import io.frontdesk.admincustomerrag.erasure.EraseTenant.OwnRows;
import io.frontdesk.admincustomerrag.isolation.Reports;
import io.frontdesk.admincustomerrag.sighting.Sightings;
import io.frontdesk.admincustomerrag.usage.Snapshots;
import io.frontdesk.admincustomerrag.versioning.ConfigurationVersions;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps on until an erasure is complete, however long another service is away. */
@Configuration(proxyBeanMethods = false)
class ErasureJob {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("erasure", Void.class);

    private static final Duration RETRY = Duration.ofSeconds(3);

    @Bean
    OwnRows ownRows(
            ConfigurationVersions versions,
            Snapshots snapshots,
            Sightings sightings,
            Reports reports,
            Customers customers) {
        return new OwnRows(versions, snapshots, sightings, reports, customers);
    }

    @Bean
    Task<Void> eraseTenants(EraseTenant eraseTenant, Clock clock) {
        return Tasks.custom(TASK)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(RETRY, 1.2))
                .execute((instance, _) -> {
                    var ids = instance.getId().split("/", 2);
                    var next =
                            eraseTenant.advance(UUID.fromString(ids[0]), UUID.fromString(ids[1]));
                    return next.isEmpty()
                            ? new CompletionHandler.OnCompleteRemove<>()
                            : (complete, operations) ->
                                    operations.reschedule(
                                            complete, clock.instant().plus(next.get()));
                });
    }
}
