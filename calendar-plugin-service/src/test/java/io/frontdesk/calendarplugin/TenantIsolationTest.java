package io.frontdesk.calendarplugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

class TenantIsolationTest extends CalendarApp {
    private static final List<String> OF_NO_TENANT =
            List.of(
                    "get /api/calendar/plugins",
                    "get /api/calendar/connections/{provider}/callback",
                    "post /api/calendar/connections/{id}/notifications");
    private static final List<String> OF_THE_WHOLE =
            List.of("get /api/calendar/connections", "post /api/calendar/connections");
    private static final String EVENT =
            "{\"title\":\"x\",\"start\":\"2030-01-01T10:00:00Z\",\"end\":\"2030-01-01T11:00:00Z\"}";

    private final UUID stranger = UUID.randomUUID();

    @Test
    void answersAForeignTenantInEveryOperationAsIfNothingWereThere() {
        var id =
                post(
                                "/api/calendar/connections",
                                "{\"provider\":\"built-in\",\"resourceId\":\"" + resource + "\"}")
                        .text("id");
        var event = post("/api/calendar/connections/" + id + "/events", EVENT).text("id");
        var softly = new SoftAssertions();
        int tried = 0;
        for (var operation : operations()) {
            if (OF_NO_TENANT.contains(operation) || OF_THE_WHOLE.contains(operation)) {
                continue;
            }
            var parts = operation.split(" ", 2);
            var path = parts[1].replace("{id}", id).replace("{eventId}", event);
            var answer =
                    send(
                            token(stranger, "owner"),
                            parts[0].toUpperCase(java.util.Locale.ROOT),
                            path
                                    + (parts[0].equals("delete")
                                            ? "?mirrored=remove&written=remove"
                                            : ""),
                            body(operation));
            softly.assertThat(answer.status()).as(operation + ": " + answer.body()).isEqualTo(404);
            tried++;
        }
        softly.assertThat(tried).isGreaterThanOrEqualTo(14);
        softly.assertAll();
        assertThat(get("/api/calendar/connections/" + id).status()).isEqualTo(200);
        assertThat(get("/api/calendar/connections/" + id + "/events").body()).contains(event);
        assertThat(send(token(stranger, "owner"), "GET", "/api/calendar/connections", null).body())
                .doesNotContain(id);
    }

    private Set<String> operations() {
        var operations = new TreeSet<String>();
        var document = anonymous("GET", "/v3/api-docs", null).json().get("paths");
        document.properties()
                .forEach(path ->
                        path.getValue()
                                .propertyNames()
                                .forEach(method -> operations.add(method + " " + path.getKey())));
        return operations;
    }

    private static @org.jspecify.annotations.Nullable String body(String operation) {
        if (operation.contains("/events")) {
            return operation.startsWith("post") || operation.startsWith("put") ? EVENT : null;
        }
        if (operation.endsWith("/repairs")) {
            return "{\"repairs\":[\"reread\"]}";
        }
        return operation.startsWith("put") ? "{\"storeTitles\":true}" : null;
    }
}
