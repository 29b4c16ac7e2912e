package io.frontdesk.orchestration.broker;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.ActiveMQServers;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.Queue;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** The broker in this process: starts before anything that sends or receives, stops after it. */
public final class Broker implements SmartLifecycle {
    private static final int BEFORE_ALL_CLIENTS = -10_000;
    private static final int JOURNAL_FILE_BYTES = 1024 * 1024;
    private static final int FLUSH_NANOS = 500_000;
    private static final long LOCK_WAIT_MILLIS = 10_000;

    private final ActiveMQServer server;
    private final String where;
    private final List<String> queues;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    /**
     * @param password what services must give; without one everybody who reaches the port may send
     */
    Broker(
            BrokerProperties properties,
            List<String> services,
            String host,
            @Nullable String password,
            Path directory) {
        queues =
                Stream.concat(properties.consumers().stream(), Stream.of(Topology.DEAD_LETTERS))
                        .toList();
        where = host + ":" + properties.port();
        Configuration configuration = stored(new ConfigurationImpl(), directory);
        configuration
                .setName("frontdesk")
                .setJMXManagementEnabled(false)
                .setGlobalMaxSize(properties.memory().toBytes())
                .setMinDiskFree(properties.freeDisk().toBytes())
                .setThreadPoolMaxSize(16)
                .setScheduledThreadPoolMaxSize(2)
                .setSecurityEnabled(password != null)
                // The broker's built-in cluster user passes every check and has a known password.
                .setClusterUser(UUID.randomUUID().toString())
                .setClusterPassword(UUID.randomUUID().toString())
                .addAcceptorConfiguration(acceptor(host, properties.port()));
        Topology.describe(configuration, properties);
        ServiceAccess.describe(configuration, services);
        server =
                password == null
                        ? ActiveMQServers.newActiveMQServer(configuration)
                        : ActiveMQServers.newActiveMQServer(
                                configuration,
                                null,
                                new ServiceAccess(Set.copyOf(services), password));
        server.registerActivationFailureListener(failure::set);
    }

    private static Configuration stored(Configuration configuration, Path directory) {
        return configuration
                .setPersistenceEnabled(true)
                .setJournalType(JournalType.NIO)
                .setJournalFileSize(JOURNAL_FILE_BYTES)
                .setJournalBufferTimeout_NIO(FLUSH_NANOS)
                .setJournalMinFiles(2)
                .setJournalPoolFiles(4)
                .setJournalDirectory(directory.resolve("journal").toString())
                .setBindingsDirectory(directory.resolve("bindings").toString())
                .setPagingDirectory(directory.resolve("paging").toString())
                .setLargeMessagesDirectory(directory.resolve("large-messages").toString())
                .setJournalLockAcquisitionTimeout(LOCK_WAIT_MILLIS);
    }

    private static TransportConfiguration acceptor(String host, int port) {
        return new TransportConfiguration(
                NettyAcceptorFactory.class.getName(),
                Map.of(
                        TransportConstants.HOST_PROP_NAME,
                        host,
                        TransportConstants.PORT_PROP_NAME,
                        port,
                        TransportConstants.PROTOCOLS_PROP_NAME,
                        "CORE",
                        TransportConstants.USE_EPOLL_PROP_NAME,
                        false,
                        TransportConstants.USE_KQUEUE_PROP_NAME,
                        false,
                        TransportConstants.REMOTING_THREADS_PROPNAME,
                        2),
                "tcp");
    }

    /** A taken port or a locked journal is not thrown by the server but told to its listener. */
    @Override
    public void start() {
        try {
            server.start();
        } catch (Exception thrown) {
            throw new BrokerNotStarted(where, thrown);
        }
        Exception told = failure.get();
        if (told != null) {
            stop();
            throw new BrokerNotStarted(where, told);
        }
    }

    @Override
    public void stop() {
        try {
            server.stop();
        } catch (Exception thrown) {
            throw new IllegalStateException("The broker did not stop cleanly.", thrown);
        }
    }

    @Override
    public boolean isRunning() {
        return server.isStarted() && server.isActive();
    }

    @Override
    public int getPhase() {
        return BEFORE_ALL_CLIENTS;
    }

    /** The queue in which every service's dead letters wait for an operator. */
    public Queue deadLetters() {
        return Objects.requireNonNull(server.locateQueue(Topology.DEAD_LETTERS));
    }

    List<String> queues() {
        return queues;
    }

    /** How many messages wait in a queue, or are being handled. */
    long waiting(String queue) {
        Queue found = server.locateQueue(queue);
        return found == null ? 0 : found.getMessageCount();
    }
}
