package io.frontdesk.starter.events;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jms.listener.DefaultMessageListenerContainer;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Reads this service's durable queue ({@code frontdesk.events::<service>}, shared by its replicas)
 * when there is a handler. The queue has no filter: changing one would mean to delete the queue and
 * what waits in it, so that a type nobody handles is simply acknowledged.
 */
class Subscription extends DefaultMessageListenerContainer {
    private static final Logger log = LoggerFactory.getLogger(Subscription.class);

    private final Inbox inbox;
    private final EventHandlers handlers;
    private final EventsProperties properties;
    private final Outage outage;

    Subscription(
            String service,
            ConnectionFactory connections,
            Inbox inbox,
            EventHandlers handlers,
            EventsProperties properties) {
        this.inbox = inbox;
        this.handlers = handlers;
        this.properties = properties;
        this.outage = new Outage("Events are not received", properties.longestPause());
        setConnectionFactory(connections);
        setDestinationName(Broker.ADDRESS);
        setPubSubDomain(true);
        setSubscriptionShared(true);
        setSubscriptionDurable(true);
        setSubscriptionName(service);
        setSessionTransacted(true);
        setConcurrency(properties.concurrency());
        setVirtualThreads(true);
        setMessageListener(inbox);
        setErrorHandler(e -> log.warn("An event failed; the broker delivers it again", e));
        var backOff = new ExponentialBackOff();
        backOff.setInitialInterval(1000);
        backOff.setMultiplier(2);
        backOff.setMaxInterval(properties.longestPause().toMillis());
        setBackOff(backOff);
    }

    /** Returns at once: a broker that does not answer must not hold up the start. */
    @Override
    public void start() {
        if (properties.connect() && !handlers.isEmpty()) {
            inbox.resume();
            Thread.ofVirtual().name("events-subscription").start(super::start);
        }
    }

    @Override
    public void stop(Runnable callback) {
        inbox.pause();
        super.stop(callback);
    }

    @Override
    public void destroy() {
        inbox.pause();
        super.destroy();
    }

    @Override
    protected void handleListenerSetupFailure(Throwable failure, boolean alreadyRecovered) {
        // The first attempt of an invoker always says that the connection is not there yet.
        if (!alreadyRecovered && !(failure instanceof SharedConnectionNotInitializedException)) {
            outage.failed(failure);
        }
    }

    /** As inherited, but for its error line at every attempt. */
    @Override
    protected void refreshConnectionUntilSuccessful() {
        var backOff = new ExponentialBackOff(1000, 2);
        backOff.setMaxInterval(properties.longestPause().toMillis());
        var pauses = backOff.start();
        while (isRunning()) {
            try {
                refreshSharedConnection();
                return;
            } catch (Exception e) {
                outage.failed(e);
                applyBackOffTime(pauses);
            }
        }
    }

    @Override
    protected void messageReceived(Object invoker, Session session) {
        outage.over();
        super.messageReceived(invoker, session);
    }

    @Override
    protected void noMessageReceived(Object invoker, Session session) {
        outage.over();
        super.noMessageReceived(invoker, session);
    }
}
