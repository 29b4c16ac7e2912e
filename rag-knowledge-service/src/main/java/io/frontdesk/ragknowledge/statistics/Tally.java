package io.frontdesk.ragknowledge.statistics;

import io.frontdesk.ragknowledge.statistics.Figures.Questions;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Adds up the figures of one tenant, or of all. */
final class Tally {

    private final Map<String, Long> byStatus = new TreeMap<>();
    private final Map<String, Long> bySource = new TreeMap<>();
    private final Map<String, Long> failures = new TreeMap<>();
    private @Nullable OffsetDateTime oldestQueuedAt;
    private long bases;
    private long documents;
    private long chunks;
    private long bytes;
    private long asked;
    private long abstained;
    private long overridden;

    void bases(long more) {
        bases += more;
    }

    void documents(String status, String source, long count, long moreChunks, long moreBytes) {
        documents += count;
        chunks += moreChunks;
        bytes += moreBytes;
        byStatus.merge(status, count, Long::sum);
        bySource.merge(source, count, Long::sum);
    }

    void failures(String problem, long count) {
        failures.merge(problem, count, Long::sum);
    }

    void queuedSince(@Nullable OffsetDateTime since) {
        if (since != null && (oldestQueuedAt == null || since.isBefore(oldestQueuedAt))) {
            oldestQueuedAt = since;
        }
    }

    void questions(long moreAsked, long moreAbstained, long moreOverridden) {
        asked += moreAsked;
        abstained += moreAbstained;
        overridden += moreOverridden;
    }

    void add(Tally other) {
        bases += other.bases;
        documents += other.documents;
        chunks += other.chunks;
        bytes += other.bytes;
        other.byStatus.forEach((status, count) -> byStatus.merge(status, count, Long::sum));
        other.bySource.forEach((source, count) -> bySource.merge(source, count, Long::sum));
        other.failures.forEach(this::failures);
        queuedSince(other.oldestQueuedAt);
        questions(other.asked, other.abstained, other.overridden);
    }

    Figures figures(int days) {
        double share = asked == 0 ? 0 : Math.round(1000.0 * abstained / asked) / 1000.0;
        return new Figures(
                bases,
                documents,
                byStatus,
                bySource,
                failures,
                chunks,
                bytes,
                oldestQueuedAt,
                new Questions(days, asked, abstained, overridden, share));
    }
}
