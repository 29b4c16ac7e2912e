package io.frontdesk.orchestration.broker;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** The broker in this process: starts before anything that sends or receives, stops after it. */
final class Broker implements SmartLifecycle {
    private static final int BEFORE_ALL_CLIENTS = -10_000;
    private static final int JOURNAL_FILE_BYTES = 1024 * 1024;
    private static final long LOCK_WAIT_MILLIS = 10_000;

    private final EmbeddedActiveMQ embedded = new EmbeddedActiveMQ();
    private final String where;
    private volatile boolean running;

    /**
     * @param password what services must give; without one everybody who reaches the port may send
     */
    Broker(
            BrokerProperties properties,
            List<String> services,
            String host,
            @Nullable String password,
            Path directory) {
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
        Topology.describe(configuration, properties, services);
        embedded.setConfiguration(configuration);
        if (password != null) {
            embedded.setSecurityManager(
                    new ServiceAccess(new LinkedHashSet<>(services), password));
        }
    }

    private static Configuration stored(Configuration configuration, Path directory) {
        return configuration
                .setPersistenceEnabled(true)
                .setJournalType(JournalType.NIO)
                .setJournalFileSize(JOURNAL_FILE_BYTES)
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
                        TransportConstants.HOST_PROP_NAME, host,
                        TransportConstants.PORT_PROP_NAME, port,
                        TransportConstants.PROTOCOLS_PROP_NAME, "CORE",
                        TransportConstants.USE_EPOLL_PROP_NAME, false,
                        TransportConstants.USE_KQUEUE_PROP_NAME, false,
                        TransportConstants.REMOTING_THREADS_PROPNAME, 2),
                "tcp");
    }

    @Override
    public void start() {
        try {
            embedded.start();
        } catch (Exception failure) {
            throw new BrokerNotStarted(where, failure);
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        try {
            embedded.stop();
        } catch (Exception failure) {
            throw new IllegalStateException("The broker did not stop cleanly.", failure);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return BEFORE_ALL_CLIENTS;
    }

    ActiveMQServer server() {
        return embedded.getActiveMQServer();
    }
}
