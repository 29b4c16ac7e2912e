package io.frontdesk.ragknowledge.ingestion;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.frontdesk.starter.jobs.Jobs;
import io.frontdesk.starter.tenancy.Tenancy;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * The durable queue of documents to ingest. A tenant has a few lanes in it, one unless configured
 * otherwise, and each lane is one job that works for a short turn and then stands at the end of the
 * line again: so a tenant with thousands of documents holds nobody up.
 */
@Component
public class IngestionQueue {
    private final CustomTask<Void> task;
    private final Lanes lanes;
    private final Jobs jobs;

    IngestionQueue(CustomTask<Void> ingestDocumentsTask, Lanes lanes, Jobs jobs) {
        this.task = ingestDocumentsTask;
        this.lanes = lanes;
        this.jobs = jobs;
    }

    /**
     * Queues a document with the transaction at hand; work begins when that has committed. To be
     * called last: until then, other uploads of the same tenant do not wait for this one.
     */
    public void add(UUID tenant, UUID documentId) {
        var lane = lanes.of(tenant, documentId);
        lanes.keepOpen(tenant);
        jobs.addNow(task.instance(lane.toString()));
        lanes.hurry(lane, task.getName());
    }

    @Configuration(proxyBeanMethods = false)
    static class Handler {

        private static final String TASK = "ingest-documents";

        @Bean
        CustomTask<Void> ingestDocumentsTask(
                IngestDocument ingestDocument,
                Lanes lanes,
                IngestionProperties properties,
                Tenancy tenancy) {
            return Tasks.custom(TASK, Void.class)
                    .onFailure((complete, operations) ->
                            operations.reschedule(complete, complete.getTimeDone().plusSeconds(5)))
                    .onDeadExecutionRevive()
                    .execute((instance, _) -> {
                        var lane = lane(instance);
                        long turn = properties.turn().toNanos();
                        tenancy.as(lane.tenant(), () -> turn(lane, ingestDocument, lanes, turn));
                        return (complete, _) -> {
                            long version = complete.getExecution().version;
                            tenancy.as(lane.tenant(), () -> lanes.end(lane, TASK, version));
                        };
                    });
        }

        private static Lanes.Lane lane(TaskInstance<Void> instance) {
            var parts = instance.getId().split("/", 2);
            return new Lanes.Lane(UUID.fromString(parts[0]), Integer.parseInt(parts[1]));
        }

        private static void turn(
                Lanes.Lane lane, IngestDocument ingestDocument, Lanes lanes, long nanos) {
            long end = System.nanoTime() + nanos;
            try {
                for (var next = lanes.next(lane);
                        next.isPresent();
                        next = System.nanoTime() < end ? lanes.next(lane) : Optional.empty()) {
                    ingestDocument.ingest(next.get());
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("ingestion was interrupted", stopped);
            }
        }
    }
}
