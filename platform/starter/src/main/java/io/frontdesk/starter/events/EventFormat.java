package io.frontdesk.starter.events;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.RawValue;

/**
 * CloudEvents 1.0 in structured JSON, with the extensions {@code tenantid} and {@code traceparent}.
 */
class EventFormat {
    static final String CONTENT_TYPE = "application/cloudevents+json; charset=UTF-8";

    private final JsonMapper json;
    private final String source;

    EventFormat(JsonMapper json, String service) {
        // A consumer tolerates fields that a newer producer adds.
        this.json =
                json.rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
        this.source = "/" + service;
    }

    String write(PendingEvent event) {
        var node =
                json.createObjectNode()
                        .put("specversion", "1.0")
                        .put("id", event.id().toString())
                        .put("source", source)
                        .put("type", event.type())
                        .put("subject", event.subject())
                        .put("time", event.time().toString())
                        .put("datacontenttype", "application/json");
        if (event.tenantId() != null) {
            node.put("tenantid", event.tenantId().toString());
        }
        if (event.traceparent() != null) {
            node.put("traceparent", event.traceparent());
        }
        node.putRawValue("data", new RawValue(event.data()));
        return json.writeValueAsString(node);
    }

    CloudEvent<JsonNode> read(Message message) throws JMSException {
        var node = tree(text(message));
        if (!"1.0".equals(node.path("specversion").stringValue(""))) {
            throw new MalformedEvent("not a CloudEvent of specversion 1.0");
        }
        var data = node.get("data");
        if (data == null || data.isNull()) {
            throw new MalformedEvent("the event has no JSON data");
        }
        return new CloudEvent<>(
                required(node, "id"),
                required(node, "source"),
                required(node, "type"),
                optional(node, "subject"),
                time(node, message.getJMSTimestamp()),
                tenant(node),
                data);
    }

    /** The data as the handler wants it. */
    CloudEvent<?> converted(CloudEvent<JsonNode> event, EventHandler handler) {
        try {
            return event.withData(
                    json.<Object>treeToValue(event.data(), json.constructType(handler.dataType())));
        } catch (JacksonException e) {
            throw new MalformedEvent(
                    "the data of " + event.type() + " is not what " + handler.name() + " reads", e);
        }
    }

    private JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (JacksonException e) {
            throw new MalformedEvent("the message is not JSON", e);
        }
    }

    private static String text(Message message) throws JMSException {
        return switch (message) {
            case TextMessage text when text.getText() != null -> text.getText();
            case BytesMessage bytes -> {
                var content = new byte[Math.toIntExact(bytes.getBodyLength())];
                bytes.readBytes(content);
                yield new String(content, StandardCharsets.UTF_8);
            }
            default -> throw new MalformedEvent("the message has neither text nor bytes");
        };
    }

    private static String required(JsonNode node, String attribute) {
        var value = optional(node, attribute);
        if (value == null || value.isBlank()) {
            throw new MalformedEvent("the event has no " + attribute);
        }
        return value;
    }

    private static @Nullable String optional(JsonNode node, String attribute) {
        var value = node.get(attribute);
        return value == null || !value.isString() ? null : value.stringValue();
    }

    private static OffsetDateTime time(JsonNode node, long sent) {
        var value = optional(node, "time");
        try {
            return value == null
                    ? Instant.ofEpochMilli(sent).atOffset(ZoneOffset.UTC)
                    : OffsetDateTime.parse(value);
        } catch (DateTimeException e) {
            throw new MalformedEvent("the event's time is not RFC 3339", e);
        }
    }

    private static @Nullable UUID tenant(JsonNode node) {
        var value = optional(node, "tenantid");
        try {
            return value == null ? null : UUID.fromString(value);
        } catch (IllegalArgumentException e) {
            throw new MalformedEvent("the event's tenantid is not a UUID", e);
        }
    }
}
