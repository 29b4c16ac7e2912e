package io.frontdesk.ragknowledge.ingestion;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
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

/** The durable queue of documents to ingest, worked through by a few threads of this process. */
@Component
public class IngestionQueue {
    private final OneTimeTask<Void> task;
    private final Jobs jobs;

    IngestionQueue(OneTimeTask<Void> ingestDocumentTask, Jobs jobs) {
        this.task = ingestDocumentTask;
        this.jobs = jobs;
    }

    /** Queues a document with the transaction at hand; work begins when that has committed. */
    public void add(UUID tenant, UUID documentId) {
        jobs.addNow(task.instance(tenant + "/" + documentId));
    }

    @Configuration(proxyBeanMethods = false)
    static class Handler {
        private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

        @Bean
        OneTimeTask<Void> ingestDocumentTask(IngestDocument ingestDocument, Tenancy tenancy) {
            return Tasks.oneTime("ingest-document")
                    .onFailure(Handler::tryAgain)
                    .onDeadExecutionRevive()
                    .execute((instance, _) -> ingest(instance, ingestDocument, tenancy));
        }

        private static void ingest(
                TaskInstance<Void> instance, IngestDocument ingestDocument, Tenancy tenancy) {
            var ids = instance.getId().split("/", 2);
            tenancy.as(
                    UUID.fromString(ids[0]),
                    () -> {
                        try {
                            ingestDocument.ingest(UUID.fromString(ids[1]));
                        } catch (IOException | InterruptedException stopped) {
                            throw new IllegalStateException("ingestion was interrupted", stopped);
                        }
                    });
        }

        private static void tryAgain(
                ExecutionComplete complete, ExecutionOperations<Void> operations) {
            int failures = Math.min(10, complete.getExecution().consecutiveFailures);
            var pause = Duration.ofSeconds(1L << failures);
            operations.reschedule(
                    complete,
                    complete.getTimeDone()
                            .plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE));
        }
    }
}
