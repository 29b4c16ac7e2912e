package io.frontdesk.calendarplugin.management;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.calendarplugin.CalendarApp;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManagementTest extends CalendarApp {
    private static final String CONNECTIONS = "/api/calendar/connections";

    @Test
    void listsThePluginsWithTheirCapabilities() {
        var plugins = get("/api/calendar/plugins").json().get("items");
        assertThat(plugins.findValuesAsString("name"))
                .contains("apple", "built-in", "caldav", "stand-in");
        for (var plugin : plugins) {
            assertThat(plugin.has("incrementalSync")).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "provider":"nobody"                                        | 422 | plugin
                    "provider":"caldav"                                        | 422 | username
                    "provider":"caldav","username":"a","password":"b"          | 422 | address
                    "provider":"caldav","server":"ftp://x","username":"a"      | 400 | server
                    "provider":"caldav","server":"http://example.com/","username":"a","password":"b" | 422 | https
                    "provider":"caldav","server":"https://localhost/","username":"a","password":"b" | 422 | public
                    "provider":"caldav","server":"https://169.254.169.254/","username":"a","password":"b" | 422 | public
                    "provider":"built-in","direction":"sideways"               | 400 | direction
                    "provider":"built-in","colour":"red"                       | 400 | colour
                    """)
    void saysWhatIsWrong(String fields, int status, String word) {
        var answer = post(CONNECTIONS, "{\"resourceId\":\"" + resource + "\"," + fields + "}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(word);
        assertThat(get(CONNECTIONS).json().get("items")).isEmpty();
    }

    @Test
    void asksWhatBecomesOfTheEvents() {
        var id = connected("");
        var path = CONNECTIONS + "/" + id;
        var answer = delete(path);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("mirrored=keep", "written=remove");
        assertThat(delete(path + "?mirrored=keep").status()).isEqualTo(400);
        assertThat(delete(path + "?mirrored=burn&written=keep").status()).isEqualTo(400);
        assertThat(get(path).status()).isEqualTo(200);
    }

    @Test
    void removesWhatItWroteAndNothingElseWhenAsked() {
        var id = filled();
        assertThat(delete(CONNECTIONS + "/" + id + "?mirrored=remove&written=remove").status())
                .isEqualTo(204);
        assertThat(provider.events()).hasSize(1);
        assertThat(provider.events().getFirst().bookingId()).isNull();
        assertThat(INTEGRATION.kept(id)).isFalse();
        assertThat(INTEGRATION.state(id)).isEmpty();
        assertThat(get(CONNECTIONS + "/" + id).status()).isEqualTo(404);
        assertThat(provider.pushSecret).isNull();
    }

    @Test
    void keepsBothWhenAsked() {
        var id = filled();
        assertThat(delete(CONNECTIONS + "/" + id + "?mirrored=keep&written=keep").status())
                .isEqualTo(204);
        assertThat(provider.events()).hasSize(2);
        assertThat(INTEGRATION.kept(id)).isTrue();
    }

    @Test
    void disconnectsARevokedCalendarOnlyWithoutRemovingThere() {
        var id = filled();
        provider.revoked = true;
        sync(id);
        var path = CONNECTIONS + "/" + id;
        assertThat(delete(path + "?mirrored=remove&written=remove").status()).isEqualTo(409);
        assertThat(delete(path + "?mirrored=remove&written=keep").status()).isEqualTo(204);
    }

    @Test
    void pausesAndResumes() {
        var id = connected("");
        var paused = post(CONNECTIONS + "/" + id + "/pause", "");
        assertThat(paused.text("status")).isEqualTo("paused");
        assertThat(INTEGRATION.state(id)).isEqualTo("paused");
        assertThat(sync(id).status()).isEqualTo(409);
        assertThat(post(CONNECTIONS + "/" + id + "/resume", "").text("status"))
                .isEqualTo("connected");
        patiently().until(() -> INTEGRATION.state(id).equals("active"));
    }

    @Test
    void changesSettings() {
        var id = filled();
        assertThat(INTEGRATION.spans(id).toString()).doesNotContain("Secret");
        var changed = put(CONNECTIONS + "/" + id, "{\"storeTitles\":true}");
        assertThat(changed.json().get("storeTitles").booleanValue()).isTrue();
        patiently().until(() -> INTEGRATION.spans(id).toString().contains("Secret"));
        put(CONNECTIONS + "/" + id, "{\"direction\":\"write\"}");
        patiently().until(() -> INTEGRATION.busy(id).isEmpty());
        assertThat(put(CONNECTIONS + "/" + id, "{\"calendarId\":\"other\"}").status())
                .isEqualTo(422);
        assertThat(get(CONNECTIONS + "/" + id + "/calendars").body()).contains("Anna");
    }

    @Test
    void letsVisitorsSeeNothing() {
        var id = connected("");
        for (var path : new String[] {"", "/" + id, "/" + id + "/drift", "/" + id + "/conflicts"}) {
            assertThat(send(token(tenant, "visitor"), "GET", CONNECTIONS + path, null).status())
                    .isEqualTo(403);
        }
        assertThat(get(CONNECTIONS + "/" + id).body()).doesNotContain("token", "refresh");
    }

    @Test
    void takesEventsOfABuiltInCalendarOnly() {
        var body = event(hour().toString(), hour().plusSeconds(60).toString());
        assertThat(post(CONNECTIONS + "/" + connected("") + "/events", body).status())
                .isEqualTo(409);

        var made =
                post(
                        CONNECTIONS,
                        "{\"provider\":\"built-in\",\"resourceId\":\"" + resource + "\"}");
        var events = CONNECTIONS + "/" + made.text("id") + "/events";
        var added = post(events, body);
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        var id = UUID.fromString(made.text("id"));
        patiently()
                .untilAsserted(() ->
                        assertThat(INTEGRATION.busy(id))
                                .as(get(CONNECTIONS + "/" + id).body())
                                .hasSize(1));
        assertThat(get(events).json().get("items")).hasSize(1);
        var backwards = event(hour().plusSeconds(60).toString(), hour().toString());
        assertThat(post(events, backwards).status()).isEqualTo(400);
        assertThat(put(events + "/" + UUID.randomUUID(), body).status()).isEqualTo(404);
        assertThat(delete(events + "/" + added.text("id")).status()).isEqualTo(204);
        patiently().until(() -> INTEGRATION.busy(id).isEmpty());
    }

    private UUID filled() {
        var id = connected("");
        provider.put("a", null, hour(), hour().plusSeconds(3600));
        tell("confirmed", fact(UUID.randomUUID(), 0, "confirmed", hour().plusSeconds(9000)));
        patiently().until(() -> provider.events().size() == 2);
        sync(id);
        return id;
    }

    private static String event(String start, String end) {
        return "{\"title\":\"Dentist\",\"start\":\"%s\",\"end\":\"%s\"}".formatted(start, end);
    }

    private Answer delete(String path) {
        return send(token(tenant, "owner"), "DELETE", path, null);
    }

    private Answer put(String path, String body) {
        return send(token(tenant, "owner"), "PUT", path, body);
    }
}
