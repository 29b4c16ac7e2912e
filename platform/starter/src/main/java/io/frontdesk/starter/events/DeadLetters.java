package io.frontdesk.starter.events;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.util.Enumeration;
import java.util.HashMap;

/**
 * Puts aside a message that no retry mends, in the session that received it and with the properties
 * that the broker itself writes when it gives up on one.
 */
class DeadLetters {
    private final String service;

    DeadLetters(String service) {
        this.service = service;
    }

    void add(Message message, Session session, String reason) throws JMSException {
        var properties = new HashMap<String, Object>();
        Enumeration<?> names = message.getPropertyNames();
        while (names.hasMoreElements()) {
            var name = String.valueOf(names.nextElement());
            // The JMSX ones are the broker's to set.
            if (!name.startsWith("JMS")) {
                properties.put(name, message.getObjectProperty(name));
            }
        }
        properties.put("reason", reason);
        properties.put("_AMQ_ORIG_ADDRESS", Broker.ADDRESS);
        properties.put("_AMQ_ORIG_QUEUE", service);
        properties.remove("_AMQ_DUPL_ID");
        message.clearProperties();
        for (var property : properties.entrySet()) {
            message.setObjectProperty(property.getKey(), property.getValue());
        }
        try (var producer = session.createProducer(session.createQueue(Broker.DEAD_LETTERS))) {
            producer.send(message);
        }
    }
}
