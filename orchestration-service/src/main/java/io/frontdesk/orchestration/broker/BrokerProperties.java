package io.frontdesk.orchestration.broker;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The embedded broker.
 *
 * @param enabled false where the fleet uses a broker of its own
 * @param port TCP port, on the address that the web server is bound to
 * @param memory messages held in memory, all queues together; what is more waits on disk
 * @param freeDisk with less free space than this, senders wait
 * @param redeliveryDelay before the second delivery; doubles with each further one
 * @param maxRedeliveryDelay where the doubling ends
 * @param deliveryAttempts after so many failed deliveries a message becomes a dead letter
 * @param consumers services that handle events: each has a durable queue from the start, so that it
 *     misses nothing before its own first start; a queue that nobody reads would only grow
 */
@Validated
@ConfigurationProperties("frontdesk.broker")
record BrokerProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("61616") @Min(1) @Max(65535) int port,
        @DefaultValue("32MB") DataSize memory,
        @DefaultValue("256MB") DataSize freeDisk,
        @DefaultValue("1s") Duration redeliveryDelay,
        @DefaultValue("60s") Duration maxRedeliveryDelay,
        @DefaultValue("10") @Min(1) int deliveryAttempts,
        @DefaultValue({
                    "rag-core-service",
                    "rag-knowledge-service",
                    "admin-customer-rag-service",
                    "conversational-payment-service",
                    "calendar-plugin-service"
                })
                List<String> consumers) {}
