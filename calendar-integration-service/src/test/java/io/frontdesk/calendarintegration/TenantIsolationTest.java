package io.frontdesk.calendarintegration;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.test.contract.ApiDocument;
import io.frontdesk.test.contract.Operation;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Every operation that the API document names, asked by another tenant for what is not its own. */
class TenantIsolationTest extends CalendarApp {
    /** Operations on invitations and feeds, which {@link InvitationIsolationTest} tries. */
    private static final List<String> ELSEWHERE =
            List.of("/feed", "/messages", "/reminders", ".ics", "import");

    private static final String RESOURCE =
            "{\"name\":\"x\",\"timeZone\":\"UTC\",\"workingHours\":[]}";

    private final UUID stranger = UUID.randomUUID();

    @Test
    void answersAStrangerAsIfNothingWereThere() {
        var ada = person();
        var offering = offering("", ada);
        var booking = book(offering, ada, at(10)).id();
        var hold = hold(offering, ada, at(12)).id();
        var waits =
                "{\"offeringId\":\"%s\",\"from\":\"%s\",\"to\":\"%s\",%s}"
                        .formatted(offering, at(10), at(11), attendee());
        var list = "{\"name\":\"x\",\"days\":[]}";
        var serves =
                "{\"name\":\"x\",\"duration\":\"PT1H\",\"resourceIds\":[\"%s\"]}".formatted(ada);
        var time = "\"start\":\"%s\"".formatted(at(14));
        var slot = "{\"offeringId\":\"%s\",%s".formatted(offering, time);
        var ids =
                Map.of(
                        "resources", ada,
                        "offerings", offering,
                        "bookings", booking,
                        "holds", hold,
                        "holiday-lists", post("/api/calendar/holiday-lists", list).id(),
                        "waiting-list", post("/api/calendar/waiting-list", waits).id());
        var bodies =
                Map.ofEntries(
                        entry("POST /api/calendar/resources", RESOURCE),
                        entry("PUT /api/calendar/resources/{id}", RESOURCE),
                        entry("POST /api/calendar/offerings", serves),
                        entry("PUT /api/calendar/offerings/{id}", serves),
                        entry("POST /api/calendar/holiday-lists", list),
                        entry("PUT /api/calendar/holiday-lists/{id}", list),
                        entry("POST /api/calendar/holds", slot + "}"),
                        entry("POST /api/calendar/bookings", slot + "," + attendee() + "}"),
                        entry(
                                "POST /api/calendar/bookings/series",
                                slot + ",\"rrule\":\"FREQ=DAILY;COUNT=2\"," + attendee() + "}"),
                        entry("POST /api/calendar/bookings/{id}/reschedule", "{" + time + "}"),
                        entry("POST /api/calendar/waiting-list", waits),
                        entry(
                                "PUT /calendar/resources/{resourceId}/busy/{connectionId}",
                                "{\"mode\":\"merge\",\"busy\":[]}"),
                        entry(
                                "PUT /calendar/resources/{resourceId}/connections/{connectionId}",
                                "{\"state\":\"revoked\"}"));
        var before = everything(ids);

        SoftAssertions.assertSoftly(softly -> {
            for (var operation : operations()) {
                var answer = askAsStranger(operation, ids, bodies);
                var told = operation + ": " + answer.body();
                softly.assertThat(answer.status()).as(told).isEqualTo(expected(operation));
                if (answer.status() < 300) {
                    softly.assertThat(ids.values().stream().map(UUID::toString))
                            .as(told)
                            .noneMatch(answer.body()::contains);
                }
            }
        });
        assertThat(everything(ids)).isEqualTo(before);
        assertThat(post("/api/calendar/holds", slot + "}").status()).isEqualTo(201);
    }

    private static int expected(Operation operation) {
        return switch (operation.toString()) {
            case "POST /api/calendar/resources", "POST /api/calendar/holiday-lists" -> 201;
            case "POST /api/calendar/offerings" -> 422;
            case "GET /api/calendar/resources",
                    "GET /api/calendar/offerings",
                    "GET /api/calendar/holiday-lists",
                    "GET /api/calendar/bookings",
                    "GET /api/calendar/waiting-list",
                    "GET /calendar/bookings" ->
                    200;
            case "PUT /api/calendar/offerings/{id}" -> 422;
            default -> 404;
        };
    }

    private List<Operation> operations() {
        var operations =
                ApiDocument.parse(get("/v3/api-docs").body()).operations().stream()
                        .filter(operation ->
                                ELSEWHERE.stream().noneMatch(operation.path()::contains))
                        .toList();
        assertThat(operations).hasSizeGreaterThan(35);
        return operations;
    }

    private List<String> everything(Map<String, UUID> ids) {
        return ids.entrySet().stream()
                .map(entry -> "/api/calendar/" + entry.getKey() + "/" + entry.getValue())
                .sorted()
                .map(path -> get(path).body())
                .toList();
    }

    private Answer askAsStranger(
            Operation operation, Map<String, UUID> ids, Map<String, String> bodies) {
        var path = operation.path();
        for (var kind : ids.entrySet()) {
            path =
                    path.replaceFirst(
                            "/" + kind.getKey() + "/\\{[^}]*}",
                            "/" + kind.getKey() + "/" + kind.getValue());
        }
        path = path.replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
        if (path.endsWith("/availability")) {
            path += "?offeringId=%s&from=%s&to=%s".formatted(ids.get("offerings"), at(9), at(18));
        }
        var token = token(path.startsWith("/api") ? "owner" : "service", stranger);
        var body = bodies.getOrDefault(operation.toString(), "{}");
        return operation.method().equals("POST")
                ? post(token, path, body, UUID.randomUUID().toString())
                : as(token, operation.method(), path, body);
    }
}
