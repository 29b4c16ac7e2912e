package io.frontdesk.starter.events;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How events travel.
 *
 * @param enabled off: neither {@link Events} nor handlers
 * @param connect off: events are kept in the outbox, and none are received
 * @param brokerUrl of Artemis; how to reconnect is not up to the URL
 * @param username at the broker; by default the service's name
 * @param pollInterval how long an event waits at most that no commit in this process announced
 * @param batchSize how many events one transaction hands to the broker
 * @param longestPause between two attempts while the broker is away
 * @param concurrency of the handlers, as {@code least-most}
 * @param outboxRetention how long a published event is kept
 * @param inboxRetention how long a handled event is known as a duplicate
 */
@ConfigurationProperties("frontdesk.events")
record EventsProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("true") boolean connect,
        @DefaultValue("tcp://localhost:61616") String brokerUrl,
        @Nullable String username,
        @DefaultValue("1s") Duration pollInterval,
        @DefaultValue("100") int batchSize,
        @DefaultValue("30s") Duration longestPause,
        @DefaultValue("1-2") String concurrency,
        @DefaultValue("7d") Duration outboxRetention,
        @DefaultValue("30d") Duration inboxRetention) {}
