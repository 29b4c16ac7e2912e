package io.frontdesk.ragcore.feed;

import io.frontdesk.ragcore.index.Checkpoint;
import io.frontdesk.ragcore.index.ChunkIndex;
import io.frontdesk.ragcore.index.IndexProperties;
import io.frontdesk.ragcore.index.IndexUnavailable;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps the index level with the chunk rows: after each write of this process at once, after those
 * of others by looking now and then. One thread does it all, so changes are never applied out of
 * order.
 */
@Component
public class IndexTailer implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(IndexTailer.class);
    private static final int PAGE = 256;
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Duration PURGE_INTERVAL = Duration.ofHours(1);

    private final ChunkIndex index;
    private final ChunkFeed feed;
    private final IndexProperties properties;
    private final Clock clock;
    private final AtomicLong lag;

    private volatile ScheduledExecutorService thread = thread();
    private volatile boolean level;
    private volatile boolean running;
    private boolean failing;
    private Instant persisted;

    IndexTailer(
            ChunkIndex index,
            ChunkFeed feed,
            IndexProperties properties,
            Clock clock,
            MeterRegistry meters) {
        this.index = index;
        this.feed = feed;
        this.properties = properties;
        this.clock = clock;
        persisted = clock.instant();
        lag = meters.gauge("frontdesk.index.lag", new AtomicLong());
    }

    /**
     * Returns when every change that was committed before the call can be found. Not to be called
     * inside a transaction, whose own changes it could not see.
     *
     * @throws IndexUnavailable when that takes too long or fails; the rows are safe and will follow
     */
    public void catchUp() {
        try {
            thread.submit(this::followAgainAfterFailure)
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | RejectedExecutionException e) {
            throw new IndexUnavailable(
                    "What was stored is safe but cannot be searched yet. Try again soon.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IndexUnavailable("Interrupted while the index caught up.", e);
        }
    }

    /**
     * Whether the index has all that was stored before this process started: until then, searches
     * would silently miss chunks.
     */
    public boolean level() {
        return level;
    }

    /** The index mends itself when it is asked where it stands, so that trying again helps. */
    private void followAgainAfterFailure() {
        try {
            follow();
        } catch (IndexUnavailable e) {
            log.warn("The {} index failed and is mended", index.kind(), e);
            follow();
        }
    }

    private void follow() {
        var state = feed.state();
        var checkpoint = index.checkpoint();
        if (!checkpoint.source().equals(state.source())
                || checkpoint.position() > state.position()
                || checkpoint.position() < state.horizon()) {
            level = false;
            log.info("Rebuilding the {} index: it stood at {}", index.kind(), checkpoint);
            index.clear(state.source());
            checkpoint = new Checkpoint(state.source(), 0);
        }
        if (checkpoint.position() < state.position()) {
            apply(checkpoint.position(), state.position());
        }
        level = true;
        lag.set(0);
    }

    private void apply(long position, long end) {
        var cursor = ChunkFeed.Cursor.behind(position);
        while (true) {
            lag.set(end - cursor.position());
            var changes = feed.changes(cursor, end, PAGE);
            if (changes.size() < PAGE) {
                index.apply(changes, end);
                return;
            }
            cursor = ChunkFeed.Cursor.behind(changes.getLast());
            // The last position may have more rows on the next page.
            index.apply(changes, cursor.position() - 1);
        }
    }

    private void poll() {
        try {
            follow();
            var now = clock.instant();
            if (!now.isBefore(persisted.plus(properties.persistInterval()))) {
                index.persist();
                persisted = now;
            }
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                log.warn("The {} index cannot follow; trying on", index.kind(), e);
            }
            failing = true;
        }
    }

    private void purge() {
        try {
            feed.purge(properties.tombstoneRetention());
        } catch (RuntimeException e) {
            log.warn("Old tombstones could not be removed; trying again in an hour", e);
        }
    }

    @Override
    public void start() {
        if (thread.isShutdown()) {
            thread = thread();
        }
        running = true;
        var interval = properties.pollInterval().toMillis();
        var _ = thread.scheduleWithFixedDelay(this::poll, 0, interval, TimeUnit.MILLISECONDS);
        var hour = PURGE_INTERVAL.toMillis();
        var _ = thread.scheduleWithFixedDelay(this::purge, hour, hour, TimeUnit.MILLISECONDS);
    }

    /** Does not interrupt: an interrupt would close Lucene's files in the middle of a write. */
    @Override
    public void stop() {
        running = false;
        thread.shutdown();
        try {
            if (thread.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                index.persist();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ScheduledExecutorService thread() {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("index-tailer").factory());
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
