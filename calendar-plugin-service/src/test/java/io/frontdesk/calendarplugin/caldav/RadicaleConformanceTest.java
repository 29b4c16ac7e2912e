package io.frontdesk.calendarplugin.caldav;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.calendarplugin.provider.Access;
import io.frontdesk.calendarplugin.provider.CalendarProvider;
import io.frontdesk.calendarplugin.provider.CalendarProviderConformance;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** CalDAV against a server that others wrote. */
class RadicaleConformanceTest extends CalendarProviderConformance {
    private static RadicaleServer server;

    private final CalendarProvider provider = CalDavs.local();
    private String calendar = "";

    @BeforeAll
    static void start() {
        server = RadicaleServer.start();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void calendar() {
        calendar = server.newCalendar();
    }

    @Override
    protected CalendarProvider provider() {
        return provider;
    }

    @Override
    protected Access access() {
        return access(RadicaleServer.PASSWORD);
    }

    @Override
    protected Access revoked() {
        return access("taken back");
    }

    private static Access access(String password) {
        return new Access(UUID.randomUUID(), server.address(), RadicaleServer.USER, password);
    }

    @Override
    protected String calendarId() {
        return calendar;
    }

    @Override
    protected String foreign(String title, Instant start, Instant end) {
        var uid = UUID.randomUUID().toString();
        var path = calendar + uid + ".ics";
        assertThat(server.send("PUT", path, SampleIcs.event(uid, title, start, end)))
                .isEqualTo(201);
        return path;
    }

    @Override
    protected void move(String eventId, Instant start, Instant end) {
        var moved = SampleIcs.moved(server.get(eventId), start, end);
        assertThat(server.send("PUT", eventId, moved)).isBetween(200, 204);
    }

    @Override
    protected void delete(String eventId) {
        assertThat(server.send("DELETE", eventId, "")).isBetween(200, 204);
    }

    @Override
    protected void expireTokens() {
        // A token of the present state needs no memory.
        var now = Instant.parse("2026-01-01T00:00:00Z");
        delete(foreign("passing", now, now.plusSeconds(60)));
        server.forgetTokens();
    }
}
