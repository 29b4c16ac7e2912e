package io.frontdesk.ragcore.recall;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.frontdesk.ragcore.feed.IndexTailer;
import io.frontdesk.ragcore.index.IndexUnavailable;
import io.frontdesk.starter.tenancy.Tenancy;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Compares the index with exact search now and then, for some tenants after others. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RecallProperties.class)
class RecallJob {
    private static final Logger log = LoggerFactory.getLogger(RecallJob.class);

    private final RecallProbe probe;
    private final RecallRecord record;
    private final RecallRows rows;
    private final RecallProperties properties;
    private final IndexTailer tailer;
    private final TransactionTemplate transactions;
    private final Tenancy tenancy;
    private volatile @Nullable UUID last;

    RecallJob(
            RecallProbe probe,
            RecallRecord record,
            RecallRows rows,
            RecallProperties properties,
            IndexTailer tailer,
            TransactionTemplate transactions,
            Tenancy tenancy) {
        this.probe = probe;
        this.record = record;
        this.rows = rows;
        this.properties = properties;
        this.tailer = tailer;
        this.transactions = transactions;
        this.tenancy = tenancy;
    }

    @Bean
    Task<?> probeIndexRecall() {
        return Tasks.recurring("probe-index-recall", FixedDelay.of(properties.interval()))
                .execute((_, _) -> run());
    }

    void run() {
        if (!tailer.level()) {
            return;
        }
        // By the time that passes: this bounds work.
        var end = System.nanoTime() + properties.duration().toNanos();
        BooleanSupplier timeIsUp = () -> System.nanoTime() - end > 0;
        for (var tenant : next()) {
            if (timeIsUp.getAsBoolean()) {
                return;
            }
            // One that cannot be measured in time must not keep the others waiting for ever.
            last = tenant;
            try {
                measure(tenant, timeIsUp);
            } catch (IndexUnavailable e) {
                log.info("The index is not compared: {}", e.getMessage());
                return;
            }
        }
    }

    private void measure(UUID tenant, BooleanSupplier timeIsUp) {
        var recall = probe.measure(tenant, timeIsUp);
        if (recall.isPresent()) {
            tenancy.as(tenant, () -> record.add(tenant, recall.getAsDouble()));
        } else if (!timeIsUp.getAsBoolean()) {
            record.forget(tenant);
        }
    }

    /** Those behind the last one, and from the start when there are none. */
    private List<UUID> next() {
        var before = last;
        var behind = tenants(before);
        return behind.isEmpty() && before != null ? tenants(null) : behind;
    }

    private List<UUID> tenants(@Nullable UUID after) {
        return tenancy.asSystem(() ->
                Objects.requireNonNull(
                        transactions.execute(status -> rows.tenants(after, properties.tenants()))));
    }
}
