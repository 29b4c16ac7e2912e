package io.frontdesk.calendarplugin.google;

import io.frontdesk.calendarplugin.provider.Access;
import io.frontdesk.calendarplugin.provider.CalendarProvider;
import io.frontdesk.calendarplugin.provider.CalendarProviderConformance;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;

class GoogleConformanceTest extends CalendarProviderConformance {
    private final GoogleTrial trial = new GoogleTrial();

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
        return GoogleStandIn.CALENDAR;
    }

    @Override
    protected String foreign(String title, Instant start, Instant end) {
        var id = UUID.randomUUID().toString().replace("-", "");
        trial.google.store(trial.google.timed(id, start, end).put("summary", title));
        return id;
    }

    @Override
    protected void move(String eventId, Instant start, Instant end) {
        var event = trial.google.event(eventId).deepCopy();
        event.putObject("start").put("dateTime", start.toString());
        event.putObject("end").put("dateTime", end.toString());
        trial.google.store(event);
    }

    @Override
    protected void delete(String eventId) {
        trial.google.cancel(eventId);
    }

    @Override
    protected void expireTokens() {
        trial.google.forget();
    }
}
