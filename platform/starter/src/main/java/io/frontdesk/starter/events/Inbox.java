package io.frontdesk.starter.events;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jms.listener.SessionAwareMessageListener;
import tools.jackson.databind.JsonNode;

/**
 * Takes an event to its handlers, each in a transaction of its own: when one fails, the broker
 * delivers again, and for the others that is a duplicate.
 */
class Inbox implements SessionAwareMessageListener<Message> {
    private static final Logger log = LoggerFactory.getLogger(Inbox.class);

    private final EventHandlers handlers;
    private final EventFormat format;
    private final InboxRows rows;
    private final EventMetrics metrics;
    private final DeadLetters deadLetters;

    Inbox(
            EventHandlers handlers,
            EventFormat format,
            InboxRows rows,
            EventMetrics metrics,
            DeadLetters deadLetters) {
        this.handlers = handlers;
        this.format = format;
        this.rows = rows;
        this.metrics = metrics;
        this.deadLetters = deadLetters;
    }

    @Override
    public void onMessage(Message message, Session session) throws JMSException {
        try {
            handle(format.read(message));
        } catch (MalformedEvent e) {
            var reason = Objects.requireNonNull(e.getMessage());
            metrics.malformed();
            log.warn("{} goes to the dead letters: {}", message.getJMSMessageID(), reason);
            deadLetters.add(message, session, reason);
        }
    }

    void resume() {
        rows.resume();
    }

    void pause() {
        rows.pause();
    }

    private void handle(CloudEvent<JsonNode> event) {
        RuntimeException failure = null;
        for (var handler : handlers.of(event.type())) {
            try {
                handle(event, handler);
            } catch (RuntimeException e) {
                metrics.failed(event.type());
                log.warn("{} failed on event {}", handler.name(), event.id());
                // What a retry may mend comes before what no retry will.
                if (failure == null || failure instanceof MalformedEvent) {
                    failure = e;
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void handle(CloudEvent<JsonNode> event, EventHandler handler) {
        if (rows.once(format.converted(event, handler), handler)) {
            metrics.handled(event.type());
        } else {
            metrics.duplicate(event.type());
        }
    }
}
