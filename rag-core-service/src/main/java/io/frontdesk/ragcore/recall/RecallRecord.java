package io.frontdesk.ragcore.recall;

import io.frontdesk.ragcore.index.ChunkIndex;
import io.frontdesk.starter.events.Events;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What was measured last for each tenant, and who is told when that is too little. */
@Component
class RecallRecord {
    private static final Logger log = LoggerFactory.getLogger(RecallRecord.class);
    private static final Duration BETWEEN_ALARMS = Duration.ofHours(1);

    private final Map<UUID, Double> recalls = new ConcurrentHashMap<>();
    private final Map<UUID, Instant> alarms = new ConcurrentHashMap<>();
    private final String index;
    private final RecallProperties properties;
    private final Events events;
    private final TransactionTemplate transactions;
    private final Clock clock;

    RecallRecord(
            ChunkIndex index,
            RecallProperties properties,
            Events events,
            TransactionTemplate transactions,
            Clock clock,
            MeterRegistry meters) {
        this.index = index.kind();
        this.properties = properties;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
        Gauge.builder("frontdesk.index.recall", this, RecallRecord::mean)
                .description("Share of the ten nearest chunks that the index finds")
                .tag("index", this.index)
                .register(meters);
        Gauge.builder("frontdesk.index.recall.lowest", this, RecallRecord::lowest)
                .description("The same of the tenant for which it is lowest")
                .tag("index", this.index)
                .register(meters);
    }

    /** Runs as the tenant. */
    void add(UUID tenant, double recall) {
        recalls.put(tenant, recall);
        if (recall >= properties.floor()) {
            return;
        }
        log.warn("The {} index finds only {} of the nearest chunks of {}", index, recall, tenant);
        var now = clock.instant();
        var last = alarms.get(tenant);
        if (last == null || !now.isBefore(last.plus(BETWEEN_ALARMS))) {
            var event = new RecallLow(index, recall, properties.floor());
            transactions.executeWithoutResult(
                    status -> events.publish(RecallLow.TYPE, tenant.toString(), event));
            alarms.put(tenant, now);
        }
    }

    /** It has no chunks any more. */
    void forget(UUID tenant) {
        recalls.remove(tenant);
        alarms.remove(tenant);
    }

    int tenants() {
        return recalls.size();
    }

    /** Of how many tenants too little is found. */
    long low() {
        return recalls.values().stream().filter(recall -> recall < properties.floor()).count();
    }

    /** Over the tenants; not a number before anything was measured. */
    double mean() {
        return recalls.values().stream().mapToDouble(r -> r).average().orElse(Double.NaN);
    }

    double lowest() {
        return recalls.values().stream().mapToDouble(r -> r).min().orElse(Double.NaN);
    }
}
