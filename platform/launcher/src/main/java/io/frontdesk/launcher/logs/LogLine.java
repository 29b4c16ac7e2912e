package io.frontdesk.launcher.logs;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes one line of a service's log readable: ECS or Logstash JSON becomes time, level, logger and
 * message, the exception below it; anything else stays as it is.
 */
public final class LogLine {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int NAME_WIDTH = 36;

    private final DateTimeFormatter time;

    public LogLine(ZoneId zone) {
        this.time = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(zone);
    }

    public String readable(String line) {
        if (!line.startsWith("{")) {
            return line;
        }
        try {
            var json = JSON.readTree(line);
            return json.has("message") ? readable(json) : line;
        } catch (JacksonException e) {
            return line;
        }
    }

    private String readable(JsonNode json) {
        var level = first(json, "/log/level", "/log.level", "/level");
        var logger = first(json, "/log/logger", "/log.logger", "/logger_name", "/logger");
        var trace = first(json, "/error/stack_trace", "/error.stack_trace", "/stack_trace");
        var head =
                "%s %-5s %-36s %s"
                        .formatted(
                                time(first(json, "/@timestamp", "/timestamp")),
                                level,
                                shortened(logger),
                                json.path("message").asString(""));
        return trace.isEmpty() ? head : head + System.lineSeparator() + trace.stripTrailing();
    }

    private String time(String stamp) {
        try {
            return time.format(Instant.parse(stamp));
        } catch (DateTimeParseException e) {
            return stamp;
        }
    }

    /** {@code io.frontdesk.gateway.Routes} becomes {@code i.f.gateway.Routes} where it is long. */
    private static String shortened(String logger) {
        var parts = logger.split("\\.");
        var name = logger;
        for (var i = 0; i < parts.length - 1 && name.length() > NAME_WIDTH; i++) {
            parts[i] = parts[i].isEmpty() ? "" : parts[i].substring(0, 1);
            name = String.join(".", parts);
        }
        return name;
    }

    private static String first(JsonNode json, String... pointers) {
        return Stream.of(pointers)
                .map(json::at)
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .findFirst()
                .orElse("");
    }
}
