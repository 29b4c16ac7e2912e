package io.frontdesk.orchestration.broker;

import io.frontdesk.orchestration.FreePorts;
import jakarta.jms.Connection;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** A broker on a free port of its own, and what a service does with it. */
@NullMarked
record RunningBroker(Broker broker, int port, @Nullable String password) implements AutoCloseable {
    static final List<String> SERVICES =
            List.of("payment-service", "rag-core-service", "metrics-service");

    static RunningBroker start(Path directory, @Nullable String password) {
        int port = FreePorts.free();
        var broker = new Broker(settings(port, 3), SERVICES, "127.0.0.1", password, directory);
        broker.start();
        return new RunningBroker(broker, port, password);
    }

    static BrokerProperties settings(int port, int attempts) {
        return new BrokerProperties(
                true,
                port,
                DataSize.ofMegabytes(8),
                DataSize.ofMegabytes(16),
                Duration.ofMillis(50),
                Duration.ofMillis(200),
                attempts,
                SERVICES);
    }

    Connection connect(String user) throws JMSException {
        return connect(port, user, password);
    }

    static Connection connect(int port, String user, @Nullable String password)
            throws JMSException {
        var factory = new ActiveMQConnectionFactory("tcp://127.0.0.1:" + port);
        var connection = factory.createConnection(user, password);
        connection.start();
        return connection;
    }

    /** Sends texts as the starter does: persistent, to the topic of all events. */
    static void publish(Connection connection, List<String> texts) throws JMSException {
        try (var session = connection.createSession(Session.AUTO_ACKNOWLEDGE);
                var producer = session.createProducer(session.createTopic(Topology.EVENTS))) {
            producer.setDeliveryMode(DeliveryMode.PERSISTENT);
            for (var text : texts) {
                producer.send(session.createTextMessage(text));
            }
        }
    }

    /** Subscribes as the starter does, then receives and acknowledges {@code count} texts. */
    static List<String> receive(Connection connection, String service, int count)
            throws JMSException {
        try (var session = connection.createSession(Session.AUTO_ACKNOWLEDGE);
                var consumer =
                        session.createSharedDurableConsumer(
                                session.createTopic(Topology.EVENTS), service)) {
            var texts = new ArrayList<String>();
            while (texts.size() < count) {
                var message = consumer.receive(10_000);
                if (message == null) {
                    return texts;
                }
                texts.add(message.getBody(String.class));
            }
            return texts;
        }
    }

    @Override
    public void close() {
        broker.stop();
    }
}
