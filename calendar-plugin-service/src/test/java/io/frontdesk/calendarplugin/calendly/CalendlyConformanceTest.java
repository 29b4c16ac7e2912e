package io.frontdesk.calendarplugin.calendly;

import io.frontdesk.calendarplugin.provider.Access;
import io.frontdesk.calendarplugin.provider.CalendarProvider;
import io.frontdesk.calendarplugin.provider.CalendarProviderConformance;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import tools.jackson.databind.node.ObjectNode;

class CalendlyConformanceTest extends CalendarProviderConformance {
    private final CalendlyTrial trial = new CalendlyTrial(Clock.systemUTC());

    @AfterEach
    void close() {
        trial.close();
    }

    @Override
    protected CalendarProvider provider() {
        return trial.provider;
    }

    @Override
    protected Access access() {
        return trial.access;
    }

    @Override
    protected Access revoked() {
        return new Access(UUID.randomUUID(), null, null, "taken-back");
    }

    @Override
    protected String calendarId() {
        return CalendlyStandIn.USER;
    }

    @Override
    protected String foreign(String title, Instant start, Instant end) {
        return trial.calendly.schedule(title, start, end);
    }

    @Override
    protected void move(String eventId, Instant start, Instant end) {
        event(eventId).put("start_time", start.toString()).put("end_time", end.toString());
    }

    @Override
    protected void delete(String eventId) {
        event(eventId).put("status", "canceled");
    }

    @Override
    protected void expireTokens() {
        throw new AssertionError("Calendly gives no tokens");
    }

    private ObjectNode event(String id) {
        return Objects.requireNonNull(trial.calendly.events.get(id));
    }
}
