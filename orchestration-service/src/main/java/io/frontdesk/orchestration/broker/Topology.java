package io.frontdesk.orchestration.broker;

import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/**
 * The addresses and queues of the fleet. Every consumer has its queue from the start, so that a
 * service which has never run loses no event.
 */
final class Topology {
    static final String EVENTS = "frontdesk.events";
    static final String DEAD_LETTERS = "frontdesk.dead-letters";

    private static final int PAGE_BYTES = 1024 * 1024;
    private static final int UNLIMITED = -1;

    static void describe(Configuration broker, BrokerProperties properties) {
        CoreAddressConfiguration events =
                new CoreAddressConfiguration()
                        .setName(EVENTS)
                        .addRoutingType(RoutingType.MULTICAST);
        for (String service : properties.consumers()) {
            events.addQueueConfig(durable(service, EVENTS, RoutingType.MULTICAST));
        }
        broker.addAddressConfiguration(events);
        broker.addAddressConfiguration(
                new CoreAddressConfiguration()
                        .setName(DEAD_LETTERS)
                        .addRoutingType(RoutingType.ANYCAST)
                        .addQueueConfig(durable(DEAD_LETTERS, DEAD_LETTERS, RoutingType.ANYCAST)));
        broker.addAddressSetting("#", events(properties));
        broker.addAddressSetting(
                DEAD_LETTERS, fixedQueues(properties).setMaxDeliveryAttempts(UNLIMITED));
    }

    private static QueueConfiguration durable(String name, String address, RoutingType routing) {
        return QueueConfiguration.of(name)
                .setAddress(address)
                .setRoutingType(routing)
                .setDurable(true)
                .setAutoDelete(false);
    }

    private static AddressSettings events(BrokerProperties properties) {
        return fixedQueues(properties)
                .setDeadLetterAddress(SimpleString.of(DEAD_LETTERS))
                .setMaxDeliveryAttempts(properties.deliveryAttempts())
                .setRedeliveryDelay(properties.redeliveryDelay().toMillis())
                .setRedeliveryMultiplier(2)
                .setMaxRedeliveryDelay(properties.maxRedeliveryDelay().toMillis());
    }

    /**
     * A queue that fills up goes on to disk: it neither blocks its senders nor drops. Nothing
     * expires; the expiry address only says where it would go.
     */
    private static AddressSettings fixedQueues(BrokerProperties properties) {
        return new AddressSettings()
                .setAutoCreateAddresses(false)
                .setAutoCreateQueues(false)
                .setAutoDeleteAddresses(false)
                .setAutoDeleteQueues(false)
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
                .setNoExpiry(true)
                .setExpiryAddress(SimpleString.of(DEAD_LETTERS))
                .setPageSizeBytes(PAGE_BYTES)
                .setMaxSizeBytes(properties.memory().toBytes() / 2);
    }

    private Topology() {}
}
