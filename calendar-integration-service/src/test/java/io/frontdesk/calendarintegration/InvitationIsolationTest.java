package io.frontdesk.calendarintegration;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.test.identity.TestTokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InvitationIsolationTest extends InvitationApp {
    private static final String NO_EVENTS = "BEGIN:VCALENDAR\nEND:VCALENDAR\n";

    private final UUID stranger = UUID.randomUUID();

    @Test
    void answersAForeignTenantAsIfNothingWereThere() {
        var resource = newResource();
        var start = clock.instant().plus(Duration.ofDays(3));
        var booking = newBooking(resource, start, "Ada", "ada@example.com");
        confirm(booking);
        var message =
                get("/api/calendar/messages").json().get("items").get(0).get("id").stringValue();
        var feed = "/api/calendar/resources/" + resource + "/feed";
        post(feed, null);
        put("/api/calendar/reminders", "{\"before\":[]}");
        var offering =
                asTenant(() -> jdbc.sql("select id from offering").query(UUID.class).single());

        assertThat(foreign("GET", "/api/calendar/bookings/" + booking + ".ics")).isEqualTo(404);
        assertThat(foreign("GET", feed)).isEqualTo(404);
        assertThat(foreign("POST", feed)).isEqualTo(404);
        assertThat(foreign("DELETE", feed)).isEqualTo(404);
        assertThat(foreign("GET", "/api/calendar/messages/" + message)).isEqualTo(404);
        assertThat(foreign("POST", "/api/calendar/messages/" + message + "/delivery"))
                .isEqualTo(404);
        assertThat(foreign("GET", "/api/calendar/reminders?offeringId=" + offering)).isEqualTo(404);
        assertThat(foreign("DELETE", "/api/calendar/reminders?offeringId=" + offering))
                .isEqualTo(404);
        assertThat(ask("GET", "/api/calendar/messages").json().get("items")).isEmpty();
        assertThat(ask("GET", "/api/calendar/reminders").json().get("before")).hasSize(2);
        assertThat(ask("DELETE", "/api/calendar/reminders").status()).isEqualTo(204);
        assertThat(
                        send(
                                        TestTokens.owner(stranger),
                                        "POST",
                                        "/api/calendar/resources/" + resource + "/holidays/import",
                                        NO_EVENTS.getBytes(StandardCharsets.UTF_8),
                                        "Content-Type",
                                        "text/calendar")
                                .status())
                .isEqualTo(404);

        assertThat(get("/api/calendar/reminders").json().get("before")).isEmpty();
        assertThat(get(feed).status()).isEqualTo(200);
        var ics = get("/api/calendar/bookings/" + booking + ".ics");
        assertThat(ics.status()).isEqualTo(200);
        assertThat(ics.body()).contains("METHOD:PUBLISH", "SUMMARY:Haircut");
    }

    @Test
    void isNotForVisitors() {
        for (var path :
                new String[] {
                    "/api/calendar/messages",
                    "/api/calendar/reminders",
                    "/api/calendar/bookings/" + UUID.randomUUID() + ".ics",
                    "/api/calendar/resources/" + UUID.randomUUID() + "/feed"
                }) {
            assertThat(send(TestTokens.visitor(tenant), "GET", path, null).status())
                    .as(path)
                    .isEqualTo(403);
            assertThat(send(null, "GET", path, null).status()).as(path).isEqualTo(401);
        }
    }

    private int foreign(String method, String path) {
        return ask(method, path).status();
    }

    private Answer ask(String method, String path) {
        return send(TestTokens.owner(stranger), method, path, null);
    }
}
