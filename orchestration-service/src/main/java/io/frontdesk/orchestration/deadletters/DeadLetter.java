package io.frontdesk.orchestration.deadletters;

import java.time.Instant;
import org.apache.activemq.artemis.api.core.ICoreMessage;
import org.apache.activemq.artemis.api.core.Message;
import org.jspecify.annotations.Nullable;

/**
 * An event that one service failed to handle, without its content.
 *
 * @param id of the letter; another one when the same event fails again
 * @param service that failed
 * @param type of the event
 * @param publishedAt when the event reached the broker
 */
record DeadLetter(
        String id,
        @Nullable String service,
        @Nullable String type,
        @Nullable String tenantId,
        Instant publishedAt) {
    static DeadLetter of(ICoreMessage message) {
        return new DeadLetter(
                Long.toString(message.getMessageID()),
                message.getAnnotationString(Message.HDR_ORIGINAL_QUEUE),
                message.getStringProperty("type"),
                message.getStringProperty("tenantid"),
                Instant.ofEpochMilli(message.getTimestamp()));
    }
}
