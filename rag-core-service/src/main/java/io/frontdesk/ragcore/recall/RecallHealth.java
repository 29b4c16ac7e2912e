package io.frontdesk.ragcore.recall;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Tells what the index finds, and stays up: an index that misses some is better than none. */
@Component("indexRecallHealthIndicator")
class RecallHealth implements HealthIndicator {
    private final RecallRecord record;

    RecallHealth(RecallRecord record) {
        this.record = record;
    }

    @Override
    public Health health() {
        var health = Health.up().withDetail("tenants", record.tenants());
        if (record.tenants() > 0) {
            health.withDetail("mean", record.mean())
                    .withDetail("lowest", record.lowest())
                    .withDetail("low", record.low());
        }
        return health.build();
    }
}
