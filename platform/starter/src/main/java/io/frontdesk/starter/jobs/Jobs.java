package io.frontdesk.starter.jobs;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.DbSchedulerException;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Plans jobs with the transaction at hand: they are kept if it commits, and only then begin. A job
 * is one task and an id, for example {@code <tenant>/<payment>}; its handler runs at least once.
 */
public final class Jobs {
    private static final Logger log = LoggerFactory.getLogger(Jobs.class);

    private final SchedulerClient client;
    private final JobRunner runner;
    private final Clock clock;

    Jobs(SchedulerClient client, JobRunner runner, Clock clock) {
        this.client = client;
        this.runner = runner;
        this.clock = clock;
    }

    /** Leaves a job with the same task and id as it is. */
    public void add(TaskInstance<?> job, Instant at) {
        client.scheduleIfNotExists(job, kept(at));
        wakeAfterCommit();
    }

    public void addNow(TaskInstance<?> job) {
        add(job, clock.instant());
    }

    /** Changes when a waiting job begins; one that does not wait, or runs, is left as it is. */
    public void move(TaskInstanceId job, Instant at) {
        var waiting = client.getScheduledExecution(job);
        if (waiting.isEmpty() || waiting.get().isPicked()) {
            return;
        }
        try {
            client.reschedule(job, kept(at));
            wakeAfterCommit();
        } catch (DbSchedulerException begun) {
            // It was picked since it was looked at, and runs.
            log.debug("{} is not moved: {}", job.getTaskName(), begun.getMessage());
        }
    }

    /** Forgets a waiting job; one that is not there is no error. */
    public void cancel(TaskInstanceId job) {
        if (client.getScheduledExecution(job).isPresent()) {
            client.cancel(job);
        }
    }

    /** A row rounds to microseconds: rounded up, a job that is due now would not be. */
    private static Instant kept(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS);
    }

    private void wakeAfterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            runner.wake();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        runner.wake();
                    }
                });
    }
}
