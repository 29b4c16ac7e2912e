package io.frontdesk.orchestration.broker;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Says that the broker runs (it ends itself when its disk fails), and what waits in its queues. */
@Component("brokerHealthIndicator")
class BrokerHealth implements HealthIndicator, MeterBinder {
    private final @Nullable Broker broker;

    /**
     * @param broker absent where the fleet has one elsewhere
     */
    BrokerHealth(@Nullable Broker broker) {
        this.broker = broker;
    }

    @Override
    public Health health() {
        return (broker == null || broker.isRunning() ? Health.up() : Health.down()).build();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        if (broker == null) {
            return;
        }
        for (String queue : broker.queues()) {
            Gauge.builder("frontdesk.broker.messages", broker, here -> here.waiting(queue))
                    .tag("queue", queue)
                    .register(registry);
        }
    }
}
