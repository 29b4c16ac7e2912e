package io.frontdesk.starter.events;

import jakarta.jms.JMSContext;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** An Artemis with a journal, reached over TCP; it can go and come back. */
final class TestBroker {
    static {
        // Artemis frees the buffers of a journal that it loads through Netty, whose way without
        // sun.misc.Unsafe refuses buffers that are not its own: the broker would not start again.
        System.setProperty("io.netty.noUnsafe", "false");
    }

    private final Path directory;
    private final int port;
    private EmbeddedActiveMQ server;

    TestBroker(Path directory) throws Exception {
        this.directory = directory;
        this.port = freePort();
        this.server = launch();
    }

    String url() {
        return "tcp://127.0.0.1:" + port;
    }

    JMSContext context() {
        return new ActiveMQConnectionFactory(url()).createContext(JMSContext.AUTO_ACKNOWLEDGE);
    }

    /** How many messages wait in a queue. */
    long waiting(String queue) {
        var found = server.getActiveMQServer().locateQueue(SimpleString.of(queue));
        return found == null ? 0 : found.getMessageCount();
    }

    boolean subscribed(String queue) {
        var found = server.getActiveMQServer().locateQueue(SimpleString.of(queue));
        return found != null && found.getConsumerCount() > 0;
    }

    void stop() throws Exception {
        server.stop();
    }

    void restart() throws Exception {
        server = launch();
    }

    private EmbeddedActiveMQ launch() throws Exception {
        var configuration = new ConfigurationImpl();
        configuration.setSecurityEnabled(false);
        configuration.setPersistenceEnabled(true);
        configuration.setJournalDirectory(directory.resolve("journal").toString());
        configuration.setBindingsDirectory(directory.resolve("bindings").toString());
        configuration.setLargeMessagesDirectory(directory.resolve("large").toString());
        configuration.setPagingDirectory(directory.resolve("paging").toString());
        configuration.setJournalFileSize(1024 * 1024);
        configuration.setJournalMinFiles(2);
        configuration.setJMXManagementEnabled(false);
        configuration.addAcceptorConfiguration("tcp", url());
        configuration.addAddressSetting(
                "#",
                new AddressSettings()
                        .setDeadLetterAddress(SimpleString.of(Broker.DEAD_LETTERS))
                        .setRedeliveryDelay(20)
                        .setMaxDeliveryAttempts(3));
        configuration.addQueueConfiguration(
                org.apache.activemq.artemis.api.core.QueueConfiguration.of(Broker.DEAD_LETTERS)
                        .setRoutingType(org.apache.activemq.artemis.api.core.RoutingType.ANYCAST)
                        .setDurable(true));
        return new EmbeddedActiveMQ().setConfiguration(configuration).start();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    public void close() throws Exception {
        server.stop();
    }
}
