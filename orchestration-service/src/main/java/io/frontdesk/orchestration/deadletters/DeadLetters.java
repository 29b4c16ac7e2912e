package io.frontdesk.orchestration.deadletters;

import io.frontdesk.orchestration.broker.Broker;
import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.artemis.core.server.MessageReference;
import org.apache.activemq.artemis.utils.collections.LinkedListIterator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** The broker's dead letters, the oldest first. */
@Component
@ConditionalOnBooleanProperty(name = "frontdesk.broker.enabled", matchIfMissing = true)
class DeadLetters {
    private final Broker broker;

    DeadLetters(Broker broker) {
        this.broker = broker;
    }

    /** At most {@code limit}, of those that died after the letter {@code last}. */
    List<DeadLetter> after(long last, int limit) {
        var letters = new ArrayList<DeadLetter>();
        try (LinkedListIterator<MessageReference> waiting =
                broker.deadLetters().browserIterator()) {
            while (waiting.hasNext() && letters.size() < limit) {
                var message = waiting.next().getMessage();
                if (message.getMessageID() > last) {
                    letters.add(DeadLetter.of(message.toCore()));
                }
            }
        }
        return letters;
    }

    /** Puts it back into the queue of the service that failed, with all its attempts again. */
    void redeliver(String id) {
        try {
            var letter = new OneMessage(Long.parseLong(id));
            if (broker.deadLetters().retryMessages(letter) > 0) {
                return;
            }
        } catch (NumberFormatException noId) {
            throw new UnknownDeadLetter(noId);
        } catch (Exception failure) {
            throw new IllegalStateException("The broker could not move letter " + id, failure);
        }
        throw new UnknownDeadLetter(null);
    }
}
