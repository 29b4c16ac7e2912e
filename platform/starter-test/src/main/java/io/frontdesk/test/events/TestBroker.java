package io.frontdesk.test.events;

import jakarta.jms.JMSException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A broker inside the test's JVM, in memory and without passwords, for {@link BrokerTest}. */
public final class TestBroker {
    private static final String EVENTS = "frontdesk.events";
    private static final JsonMapper JSON = new JsonMapper();
    private static final Clock CLOCK = Clock.systemUTC();

    private TestBroker() {}

    static String url() {
        return Holder.BROKER.url();
    }

    /** Makes the queue of a service, as the fleet's broker has one for each from the start. */
    static void queue(String service) {
        var queue =
                QueueConfiguration.of(service)
                        .setAddress(EVENTS)
                        .setRoutingType(RoutingType.MULTICAST);
        try {
            Holder.BROKER.server().getActiveMQServer().createQueue(queue, true);
        } catch (Exception e) {
            throw new IllegalStateException("The queue of " + service + " cannot be made", e);
        }
    }

    /**
     * Sends an event as another service would, and returns its id.
     *
     * @param data becomes JSON
     */
    public static String send(String type, @Nullable UUID tenant, String subject, Object data) {
        var id = UUID.randomUUID().toString();
        send(id, type, tenant, subject, data);
        return id;
    }

    /** Sends an event under an id of the caller's choice, for example once more. */
    public static void send(
            String id, String type, @Nullable UUID tenant, String subject, Object data) {
        var event =
                JSON.createObjectNode()
                        .put("specversion", "1.0")
                        .put("id", id)
                        .put("source", "/test")
                        .put("type", type)
                        .put("subject", subject)
                        .put("time", CLOCK.instant().toString())
                        .put("datacontenttype", "application/json");
        if (tenant != null) {
            event.put("tenantid", tenant.toString());
        }
        event.set("data", JSON.valueToTree(data));
        try (var factory = new ActiveMQConnectionFactory(url());
                var connection = factory.createConnection();
                var session = connection.createSession();
                var producer = session.createProducer(session.createTopic(EVENTS))) {
            var message = session.createTextMessage(JSON.writeValueAsString(event));
            message.setStringProperty("type", type);
            producer.send(message);
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Running start() {
        try {
            var url = "tcp://localhost:" + freePort();
            var settings =
                    new AddressSettings()
                            .setDeadLetterAddress(SimpleString.of("frontdesk.dead-letters"))
                            .setExpiryAddress(SimpleString.of("frontdesk.dead-letters"))
                            .setMaxDeliveryAttempts(5)
                            .setRedeliveryDelay(50);
            var configuration =
                    new ConfigurationImpl()
                            .setName("test")
                            .setPersistenceEnabled(false)
                            .setSecurityEnabled(false)
                            .setAcceptorConfigurations(
                                    Set.of(
                                            new TransportConfiguration(
                                                    "org.apache.activemq.artemis.core.remoting"
                                                            + ".impl.netty.NettyAcceptorFactory",
                                                    java.util.Map.of(
                                                            "host",
                                                            "localhost",
                                                            "port",
                                                            url.substring(
                                                                    url.lastIndexOf(':') + 1)))))
                            .addAddressSetting("#", settings);
            var server = new EmbeddedActiveMQ().setConfiguration(configuration).start();
            return new Running(server, url);
        } catch (Exception e) {
            throw new IllegalStateException("The broker for tests does not start", e);
        }
    }

    private static int freePort() throws java.io.IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Starts the broker at first use; it ends with the JVM. */
    private static final class Holder {
        static final Running BROKER = start();
    }

    private record Running(EmbeddedActiveMQ server, String url) {}
}
