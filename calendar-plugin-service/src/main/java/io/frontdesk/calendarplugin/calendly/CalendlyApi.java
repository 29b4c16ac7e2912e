package io.frontdesk.calendarplugin.calendly;

import io.frontdesk.calendarplugin.http.Answer;
import io.frontdesk.calendarplugin.http.Calls;
import io.frontdesk.calendarplugin.http.Pause;
import io.frontdesk.calendarplugin.http.StatusRefused;
import io.frontdesk.calendarplugin.provider.Access;
import io.frontdesk.calendarplugin.refusal.AccessRevoked;
import io.frontdesk.calendarplugin.refusal.ProviderBusy;
import io.frontdesk.calendarplugin.refusal.ProviderSilent;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Calendly's requests, one after another as it allows, and what its failures mean. */
final class CalendlyApi {
    static final String NAME = "Calendly";

    /** Taken when a 429 does not say how long. */
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Calls calls;
    private final URI base;
    private final CalendlyQueue queue;
    private final JsonMapper json;
    private final Clock clock;

    CalendlyApi(Calls calls, URI base, CalendlyQueue queue, JsonMapper json, Clock clock) {
        this.calls = calls;
        this.base = base;
        this.queue = queue;
        this.json =
                json.rebuild()
                        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                        .build();
        this.clock = clock;
    }

    JsonNode get(Access access, String path, Map<String, String> query) {
        return send(access, "GET", path + text(query), null);
    }

    JsonNode post(Access access, String path, Map<String, ?> body) {
        return send(access, "POST", path, json.writeValueAsString(body));
    }

    void delete(Access access, String path) {
        send(access, "DELETE", path, null);
    }

    /** A part of an answer as a record; an answer that lacks what it must have is unreadable. */
    <T> T as(JsonNode node, Class<T> type) {
        try {
            return json.treeToValue(node, type);
        } catch (JacksonException garbage) {
            throw unreadable();
        }
    }

    static ProviderSilent unreadable() {
        return new ProviderSilent(NAME + " gave an unreadable answer.");
    }

    private JsonNode send(Access access, String method, String path, @Nullable String body) {
        var write = !method.equals("GET");
        var request =
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Authorization", "Bearer " + access.secret())
                        .header("Accept", "application/json")
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body))
                        .build();
        queue.enter(access.connectionId());
        try {
            var answer = calls.send(request);
            heed(access, answer);
            if (!answer.ok()) {
                throw refusal(answer, write);
            }
            return json.readTree(answer.text().isEmpty() ? "{}" : answer.text());
        } catch (IOException broken) {
            throw Calls.broken(NAME, write, broken);
        } catch (JacksonException garbage) {
            // Without the cause: a parser's message shows a piece of the text.
            throw unreadable();
        }
    }

    /** The last request of a window, and one too many, close the queue until Calendly opens it. */
    private void heed(Access access, Answer answer) {
        var spent = answer.headers().firstValue("X-RateLimit-Remaining").orElse("").equals("0");
        if (answer.status() == 429) {
            queue.quiet(access.connectionId(), pause(answer));
        } else if (spent && answer.headers().firstValue("X-RateLimit-Reset").isPresent()) {
            queue.quiet(access.connectionId(), pause(answer));
        }
    }

    private Duration pause(Answer answer) {
        var told =
                answer.headers()
                        .firstValue("Retry-After")
                        .or(() -> answer.headers().firstValue("X-RateLimit-Reset"))
                        .orElse(null);
        var pause = Pause.of(told, clock);
        return pause == null ? MINUTE : pause;
    }

    private RuntimeException refusal(Answer answer, boolean write) {
        var status = answer.status();
        if (status == 429 || status == 503) {
            return new ProviderBusy(NAME + " asks to wait.", pause(answer));
        }
        if (status >= 500) {
            return write
                    ? new ProviderSilent(NAME + " failed: " + status + ".")
                    : new ProviderBusy(NAME + " failed: " + status + ".", null);
        }
        return status == 401
                ? new AccessRevoked(NAME + " does not accept the access any more.")
                : new StatusRefused(NAME, status, "");
    }

    private static String text(Map<String, String> query) {
        return query.isEmpty()
                ? ""
                : new TreeMap<>(query)
                        .entrySet().stream()
                                .map(each -> each.getKey() + "=" + encoded(each.getValue()))
                                .collect(Collectors.joining("&", "?", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
