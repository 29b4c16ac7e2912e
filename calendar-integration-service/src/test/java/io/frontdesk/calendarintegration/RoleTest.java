package io.frontdesk.calendarintegration;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.test.contract.ApiDocument;
import io.frontdesk.test.contract.Operation;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Every operation that the API document names, tried by those who have little to say. */
class RoleTest extends CalendarApp {
    /** One needs no role, the other no JSON. */
    private static final Set<String> ELSEWHERE =
            Set.of(
                    "GET /api/calendar/feeds/{token}.ics",
                    "POST /api/calendar/resources/{id}/holidays/import");

    private static final Set<String> OF_VISITORS =
            Set.of(
                    "GET /api/calendar/availability",
                    "GET /api/calendar/offerings",
                    "GET /api/calendar/offerings/{id}",
                    "POST /api/calendar/holds",
                    "GET /api/calendar/holds/{id}",
                    "DELETE /api/calendar/holds/{id}",
                    "POST /api/calendar/bookings",
                    "POST /api/calendar/waiting-list");

    @Test
    void letsVisitorsAskAndBookButSeeNothingOfOthers() {
        var operations = ApiDocument.parse(get("/v3/api-docs").body()).operations();

        SoftAssertions.assertSoftly(softly -> {
            for (var operation : operations) {
                var name = operation.toString();
                if (ELSEWHERE.contains(name)) {
                    continue;
                }
                boolean forbidden = status(operation, "visitor") == 403;
                softly.assertThat(forbidden).as(name).isEqualTo(!OF_VISITORS.contains(name));
                boolean internal = operation.path().startsWith("/calendar");
                for (var role : Set.of("owner", "staff", "operator")) {
                    softly.assertThat(status(operation, role) == 403)
                            .as(role + " " + name)
                            .isEqualTo(internal);
                }
            }
        });
        assertThat(operations).hasSizeGreaterThan(45);
    }

    @Test
    void letsServicesReadAndMoveButNotSetUp() {
        var ada = person();
        var booking = book(offering("", ada), ada, at(10)).id();
        var path = "/api/calendar/bookings/" + booking;

        assertThat(service("GET", "/api/calendar/resources/" + ada, "").status()).isEqualTo(200);
        assertThat(service("GET", path, "").status()).isEqualTo(200);
        assertThat(
                        service(
                                        "POST",
                                        path + "/reschedule",
                                        "{\"start\":\"%s\"}".formatted(at(12)))
                                .status())
                .isEqualTo(200);
        assertThat(service("POST", path + "/cancellation", "{}").status()).isEqualTo(200);
        assertThat(service("DELETE", "/api/calendar/resources/" + ada, "").status()).isEqualTo(403);
        assertThat(service("POST", "/api/calendar/offerings", "{}").status()).isIn(400, 403);
    }

    /** With what no validation refuses before the roles are looked at, as far as that goes. */
    private int status(Operation operation, String role) {
        var path = operation.path().replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
        if (path.endsWith("/availability")) {
            path += "?offeringId=%s&from=%s&to=%s".formatted(UUID.randomUUID(), at(9), at(18));
        }
        var body = body(operation.toString());
        return operation.method().equals("POST")
                ? post(token(role, tenant), path, body, UUID.randomUUID().toString()).status()
                : as(token(role, tenant), operation.method(), path, body).status();
    }

    private String body(String operation) {
        var id = UUID.randomUUID();
        var start = "\"start\":\"%s\"".formatted(at(10));
        var slot = "{\"offeringId\":\"%s\",%s".formatted(id, start);
        return switch (operation) {
            case "POST /api/calendar/resources", "PUT /api/calendar/resources/{id}" ->
                    "{\"name\":\"x\",\"timeZone\":\"UTC\",\"workingHours\":[]}";
            case "POST /api/calendar/offerings", "PUT /api/calendar/offerings/{id}" ->
                    "{\"name\":\"x\",\"duration\":\"PT1H\",\"resourceIds\":[\"%s\"]}".formatted(id);
            case "POST /api/calendar/holiday-lists", "PUT /api/calendar/holiday-lists/{id}" ->
                    "{\"name\":\"x\",\"days\":[]}";
            case "POST /api/calendar/holds" -> slot + "}";
            case "POST /api/calendar/bookings" -> slot + "," + attendee() + "}";
            case "POST /api/calendar/bookings/series" ->
                    slot + ",\"rrule\":\"FREQ=DAILY;COUNT=2\"," + attendee() + "}";
            case "POST /api/calendar/bookings/{id}/reschedule" -> "{" + start + "}";
            case "POST /api/calendar/waiting-list" ->
                    "{\"offeringId\":\"%s\",\"from\":\"%s\",\"to\":\"%s\",%s}"
                            .formatted(id, at(10), at(11), attendee());
            case "PUT /api/calendar/reminders" -> "{\"before\":[]}";
            case "PUT /calendar/resources/{resourceId}/busy/{connectionId}" ->
                    "{\"mode\":\"merge\",\"busy\":[]}";
            case "PUT /calendar/resources/{resourceId}/connections/{connectionId}" ->
                    "{\"state\":\"active\"}";
            default -> "{}";
        };
    }
}
