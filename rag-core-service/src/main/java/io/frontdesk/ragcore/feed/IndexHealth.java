package io.frontdesk.ragcore.feed;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Not ready before the index has caught up with the rows. */
@Component("chunkIndexHealthIndicator")
class IndexHealth implements HealthIndicator {
    private final IndexTailer tailer;

    IndexHealth(IndexTailer tailer) {
        this.tailer = tailer;
    }

    @Override
    public Health health() {
        return (tailer.level() ? Health.up() : Health.outOfService()).build();
    }
}
