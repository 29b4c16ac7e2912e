package io.frontdesk.calendarplugin.sync;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.frontdesk.calendarplugin.connection.Connection;
import io.frontdesk.calendarplugin.connection.ConnectionNotReady;
import io.frontdesk.calendarplugin.connection.ConnectionState;
import io.frontdesk.calendarplugin.connection.Connections;
import io.frontdesk.calendarplugin.connection.SyncQueue;
import io.frontdesk.calendarplugin.consent.ConsentRequests;
import io.frontdesk.starter.tenancy.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs syncs at their time, and plans the next one of each connection. */
@Configuration(proxyBeanMethods = false)
class SyncTask {
    private static final Logger log = LoggerFactory.getLogger(SyncTask.class);

    @Bean
    Task<Void> syncConnections(Runs runs) {
        return Tasks.custom(SyncQueue.TASK, Void.class)
                .execute((instance, _) -> {
                    var next = runs.run(instance);
                    return next.isEmpty()
                            ? new CompletionHandler.OnCompleteRemove<>()
                            : (complete, operations) -> operations.reschedule(complete, next.get());
                });
    }

    @Bean
    Task<Void> syncConnectionsNow(Runs runs, Clock clock) {
        return Tasks.custom(SyncQueue.NOW, Void.class)
                .execute((instance, _) ->
                        runs.served(instance)
                                ? new CompletionHandler.OnCompleteRemove<>()
                                : (complete, operations) ->
                                        operations.reschedule(complete, clock.instant()));
    }

    @Bean
    RecurringTask<Void> sweepConsents(ConsentRequests requests, Tenancy tenancy) {
        return Tasks.recurring("sweep-consents", FixedDelay.ofHours(1))
                .execute((_, _) -> tenancy.asSystem(requests::sweep));
    }

    @Bean
    Runs runs(
            SyncConnection syncConnection,
            Connections connections,
            Tenancy tenancy,
            SyncProperties properties,
            Clock clock) {
        return new Runs(syncConnection, connections, tenancy, properties, clock);
    }

    /** One run of a connection's job. */
    record Runs(
            SyncConnection syncConnection,
            Connections connections,
            Tenancy tenancy,
            SyncProperties properties,
            Clock clock) {

        /** Answers when the next run is due, if there is to be one. */
        Optional<Instant> run(TaskInstance<Void> instance) {
            var ids = instance.getId().split("/", 2);
            var id = UUID.fromString(ids[1]);
            return tenancy.as(
                    UUID.fromString(ids[0]),
                    () -> {
                        var connection = connections.find(id);
                        if (connection.isEmpty()) {
                            return Optional.<Instant>empty();
                        }
                        sync(connection.get());
                        return connections.find(id).map(this::next);
                    });
        }

        /** Answers whether nothing is left to do; a sync that runs just now may be too early. */
        boolean served(TaskInstance<Void> instance) {
            var ids = instance.getId().split("/", 3);
            return tenancy.as(
                    UUID.fromString(ids[0]),
                    () -> {
                        var connection = connections.find(UUID.fromString(ids[1]));
                        return connection.isEmpty()
                                || connection.get().served() >= Long.parseLong(ids[2])
                                || sync(connection.get());
                    });
        }

        /** Answers whether it ran, however it ended. */
        private boolean sync(Connection connection) {
            try {
                if (connection.state() == ConnectionState.ACTIVE) {
                    return syncConnection.run(connection.id()).isPresent();
                }
                syncConnection.announce(connection);
            } catch (ConnectionNotReady changedMeanwhile) {
                log.debug("{} is not synced: {}", connection.id(), changedMeanwhile.getMessage());
            } catch (RuntimeException failed) {
                log.warn("The sync of {} failed: {}", connection.id(), failed.toString());
            }
            return true;
        }

        private Instant next(Connection connection) {
            var jitter =
                    1 + properties.jitter() * (2 * ThreadLocalRandom.current().nextDouble() - 1);
            var pause = Duration.ofMillis((long) (properties.interval().toMillis() * jitter));
            var regular = clock.instant().plus(pause);
            var notBefore = connection.notBefore();
            return notBefore != null && notBefore.isAfter(regular) ? notBefore : regular;
        }
    }
}
