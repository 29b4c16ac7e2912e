package io.frontdesk.calendarplugin.outlook;

import io.frontdesk.calendarplugin.provider.Access;
import io.frontdesk.calendarplugin.provider.CalendarProvider;
import io.frontdesk.calendarplugin.provider.CalendarProviderConformance;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;

class OutlookConformanceTest extends CalendarProviderConformance {
    private final OutlookTrial trial = new OutlookTrial();

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
        return OutlookStandIn.CALENDAR;
    }

    @Override
    protected String foreign(String title, Instant start, Instant end) {
        return trial.outlook.store(OutlookStandIn.timed(title, start, end)).path("id").asString();
    }

    @Override
    protected void move(String eventId, Instant start, Instant end) {
        var event = Objects.requireNonNull(trial.outlook.events.get(eventId)).deepCopy();
        OutlookStandIn.times(event, start, end);
        trial.outlook.store(event);
    }

    @Override
    protected void delete(String eventId) {
        trial.outlook.remove(eventId);
    }

    @Override
    protected void expireTokens() {
        trial.outlook.forget();
    }
}
