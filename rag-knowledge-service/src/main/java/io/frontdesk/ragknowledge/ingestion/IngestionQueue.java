package io.frontdesk.ragknowledge.ingestion;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.frontdesk.starter.tenancy.Tenancy;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The durable queue of documents to ingest, worked through by a few threads of this process. */
@Component
public class IngestionQueue implements SmartLifecycle {

    private static final int MISSED_HEARTBEATS = 5;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final OneTimeTask<Void> task;
    private final DataSource database;
    private final IngestionProperties properties;
    private final SchedulerClient client;
    private final IngestDocument ingestDocument;
    private final Tenancy tenancy;
    private final Clock clock;
    private volatile @Nullable Scheduler scheduler;

    IngestionQueue(
            DataSource database,
            IngestDocument ingestDocument,
            Tenancy tenancy,
            Clock clock,
            IngestionProperties properties) {
        this.ingestDocument = ingestDocument;
        this.tenancy = tenancy;
        this.clock = clock;
        this.task =
                Tasks.oneTime("ingest-document")
                        .onFailure(this::tryAgain)
                        .onDeadExecutionRevive()
                        .execute((instance, _) -> ingest(instance));
        this.database = database;
        this.properties = properties;
        this.client =
                SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(database), task)
                        .build();
    }

    /** Queues a document with the transaction at hand; work begins when that has committed. */
    public void add(UUID tenant, UUID documentId) {
        client.scheduleIfNotExists(task.instance(tenant + "/" + documentId), clock.instant());
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        var running = scheduler;
                        if (running != null) {
                            running.triggerCheckForDueExecutions();
                        }
                    }
                });
    }

    private void ingest(TaskInstance<Void> instance) {
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

    private void tryAgain(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        int failures = Math.min(10, complete.getExecution().consecutiveFailures);
        var pause = Duration.ofSeconds(1L << failures);
        operations.reschedule(
                complete,
                complete.getTimeDone()
                        .plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE));
    }

    /** A scheduler runs once, and a context may be stopped and started again. */
    @Override
    public void start() {
        var fresh =
                Scheduler.create(database, task)
                        .threads(properties.threads())
                        .pollingInterval(properties.polling())
                        .heartbeatInterval(properties.heartbeat())
                        .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                        .shutdownMaxWait(GRACE)
                        .alwaysPersistTimestampInUTC()
                        .clock(clock::instant)
                        .build();
        fresh.start();
        scheduler = fresh;
    }

    @Override
    public void stop() {
        var running = scheduler;
        scheduler = null;
        if (running != null) {
            running.stop();
        }
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }
}
