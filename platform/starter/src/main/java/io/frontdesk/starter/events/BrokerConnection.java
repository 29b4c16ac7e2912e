package io.frontdesk.starter.events;

import jakarta.jms.JMSException;
import java.util.Objects;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.springframework.jms.connection.CachingConnectionFactory;

/** The one connection to the broker that relay and subscription share; made when first needed. */
class BrokerConnection extends CachingConnectionFactory {
    BrokerConnection(EventsProperties properties, String service, String password) {
        super(artemis(properties, service, password));
        setCacheConsumers(false);
    }

    private static ActiveMQConnectionFactory artemis(
            EventsProperties properties, String service, String password) {
        var user = Objects.requireNonNullElse(properties.username(), service);
        var artemis = new ActiveMQConnectionFactory(properties.brokerUrl(), user, password);
        // We wait and try again ourselves: the client would do it inside a call, while that call's
        // transaction holds a database connection and its locks.
        artemis.setInitialConnectAttempts(1);
        artemis.setReconnectAttempts(0);
        artemis.setCallTimeout(10_000);
        artemis.setCallFailoverTimeout(10_000);
        // Keep to the URL: what a broker says of its own addresses may not be reachable from here.
        artemis.setUseTopologyForLoadBalancing(false);
        // No message of ours is a serialized Java object.
        artemis.setDeserializationDenyList("*");
        return artemis;
    }

    /** The inherited start connects at once, and a broker that is away must not hold up ours. */
    @Override
    public void start() {
        // Made when first needed.
    }

    /** As inherited, without a stack trace: relay and subscription report the outage. */
    @Override
    public void onException(JMSException failure) {
        resetConnection();
    }
}
