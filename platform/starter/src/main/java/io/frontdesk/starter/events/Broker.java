package io.frontdesk.starter.events;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.util.List;
import org.apache.activemq.artemis.api.core.ActiveMQDuplicateIdException;
import org.springframework.jms.UncategorizedJmsException;

/** Hands events to the broker; when this returns, the broker has them on disk. */
class Broker {
    static final String ADDRESS = "frontdesk.events";
    static final String DEAD_LETTERS = "frontdesk.dead-letters";

    private final ConnectionFactory connections;
    private final EventFormat format;

    Broker(ConnectionFactory connections, EventFormat format) {
        this.connections = connections;
        this.format = format;
    }

    /**
     * Sends them in order.
     *
     * @throws UncategorizedJmsException when the broker did not acknowledge all of them
     */
    void send(List<PendingEvent> events) {
        try {
            try {
                sendTogether(events);
            } catch (JMSException e) {
                if (!duplicate(e)) {
                    throw e;
                }
                // One of them got through before, without our database learning of it, and the
                // broker refuses the whole transaction. One by one it drops those it has.
                sendOneByOne(events);
            }
        } catch (JMSException e) {
            throw new UncategorizedJmsException(e);
        }
    }

    private void sendTogether(List<PendingEvent> events) throws JMSException {
        try (var connection = connections.createConnection();
                var session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
            sendAll(session, events);
            session.commit();
        }
    }

    private void sendOneByOne(List<PendingEvent> events) throws JMSException {
        try (var connection = connections.createConnection();
                var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            sendAll(session, events);
        }
    }

    private void sendAll(Session session, List<PendingEvent> events) throws JMSException {
        try (var producer = session.createProducer(session.createTopic(ADDRESS))) {
            for (var event : events) {
                producer.send(message(session, event));
            }
        }
    }

    private Message message(Session session, PendingEvent event) throws JMSException {
        var message = session.createTextMessage(format.write(event));
        message.setStringProperty("contentType", EventFormat.CONTENT_TYPE);
        message.setStringProperty("type", event.type());
        message.setStringProperty("_AMQ_DUPL_ID", event.id().toString());
        if (event.tenantId() != null) {
            message.setStringProperty("tenantid", event.tenantId().toString());
        }
        if (event.traceparent() != null) {
            message.setStringProperty("traceparent", event.traceparent());
        }
        return message;
    }

    private static boolean duplicate(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ActiveMQDuplicateIdException) {
                return true;
            }
        }
        return false;
    }
}
