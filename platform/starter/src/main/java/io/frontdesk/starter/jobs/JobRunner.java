package io.frontdesk.starter.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SystemClock;
import com.github.kagkarlsson.scheduler.Waiter;
import com.github.kagkarlsson.scheduler.task.OnStartup;
import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Runs the due jobs of this service; with several replicas, each job in one of them. */
class JobRunner implements SmartLifecycle {
    private static final int MISSED_HEARTBEATS = 5;
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final DataSource database;
    private final Supplier<List<Task<?>>> tasks;
    private final JobsProperties properties;
    private final Clock clock;
    private volatile @Nullable Scheduler scheduler;

    /** Takes the tasks late: their handlers may themselves need {@link Jobs}. */
    JobRunner(
            DataSource database,
            Supplier<List<Task<?>>> tasks,
            JobsProperties properties,
            Clock clock) {
        this.database = database;
        this.tasks = tasks;
        this.properties = properties;
        this.clock = clock;
    }

    void wake() {
        var running = scheduler;
        if (running != null) {
            running.triggerCheckForDueExecutions();
        }
    }

    /**
     * A scheduler runs once, and a context may be stopped and started again. Without tasks there is
     * none: it would take every job for one that nobody knows.
     */
    @Override
    public void start() {
        var known = tasks.get();
        if (known.isEmpty()) {
            return;
        }
        var fresh =
                new Builder(database, known)
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

    /** Sorts recurring tasks out, which plan themselves when the scheduler starts. */
    private static class Builder extends SchedulerBuilder {
        Builder(DataSource database, List<Task<?>> tasks) {
            super(database, new ArrayList<>(tasks));
            for (var task : tasks) {
                if (task instanceof OnStartup recurring) {
                    startTasks.add(recurring);
                }
            }
        }

        /** By the time that passes: a clock that a test holds still would end no pause. */
        @Override
        protected Waiter buildWaiter() {
            return new Waiter(poolingInterval, new SystemClock());
        }
    }
}
