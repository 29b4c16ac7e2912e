package io.frontdesk.calendarplugin.builtin;

import io.frontdesk.calendarplugin.CalendarApp;
import io.frontdesk.calendarplugin.event.BookedEvent;
import io.frontdesk.calendarplugin.event.ChangePage;
import io.frontdesk.calendarplugin.event.RemoteEvent;
import io.frontdesk.calendarplugin.event.Window;
import io.frontdesk.calendarplugin.provider.Access;
import io.frontdesk.calendarplugin.provider.CalendarProvider;
import io.frontdesk.calendarplugin.provider.CalendarProviderConformance;
import io.frontdesk.calendarplugin.provider.Capabilities;
import io.frontdesk.calendarplugin.provider.RemoteCalendar;
import io.frontdesk.starter.tenancy.Tenancy;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class BuiltInConformanceTest extends CalendarApp {
    @Autowired private BuiltInCalendar calendar;
    @Autowired private EnterEvents enterEvents;
    @Autowired private BuiltInEvents events;
    @Autowired private Tenancy tenancy;
    @Autowired private TransactionTemplate transaction;

    @Nested
    class Conformance extends CalendarProviderConformance {
        private UUID connection = new UUID(0, 0);

        @BeforeEach
        void connect() {
            var made =
                    post(
                            "/api/calendar/connections",
                            "{\"provider\":\"built-in\",\"resourceId\":\"" + resource + "\"}");
            connection = UUID.fromString(made.text("id"));
        }

        @Override
        protected CalendarProvider provider() {
            return new AsTenant(calendar, tenancy, tenant);
        }

        @Override
        protected Access access() {
            return new Access(connection, null, null, "");
        }

        @Override
        protected Access revoked() {
            return new Access(UUID.randomUUID(), null, null, "");
        }

        @Override
        protected String calendarId() {
            return BuiltInCalendar.CALENDAR;
        }

        @Override
        protected String foreign(String title, Instant start, Instant end) {
            var event = event(title, start, end);
            return tenancy.as(tenant, () -> enterEvents.enter(connection, null, event, null))
                    .id()
                    .toString();
        }

        @Override
        protected void move(String eventId, Instant start, Instant end) {
            var id = UUID.fromString(eventId);
            tenancy.as(
                    tenant,
                    () -> enterEvents.enter(connection, id, event("moved", start, end), null));
        }

        @Override
        protected void delete(String eventId) {
            tenancy.as(
                    tenant, () -> enterEvents.remove(connection, UUID.fromString(eventId), null));
        }

        @Override
        protected void expireTokens() {
            tenancy.as(
                    tenant, () -> transaction.executeWithoutResult(_ -> events.forget(connection)));
        }

        private static NewEvent event(String title, Instant start, Instant end) {
            return new NewEvent(title, at(start), at(end), null, null);
        }

        private static OffsetDateTime at(Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        }
    }

    /** The calendar as a sync uses it, which runs for one tenant. */
    private record AsTenant(CalendarProvider calendar, Tenancy tenancy, UUID tenant)
            implements CalendarProvider {
        @Override
        public String name() {
            return calendar.name();
        }

        @Override
        public Capabilities capabilities() {
            return calendar.capabilities();
        }

        @Override
        public List<RemoteCalendar> calendars(Access access) {
            return tenancy.as(tenant, () -> calendar.calendars(access));
        }

        @Override
        public ChangePage changes(
                Access access,
                String id,
                Window window,
                @Nullable String token,
                @Nullable String page) {
            return tenancy.as(tenant, () -> calendar.changes(access, id, window, token, page));
        }

        @Override
        public RemoteEvent write(
                Access access, String id, BookedEvent event, @Nullable String etag) {
            return tenancy.as(tenant, () -> calendar.write(access, id, event, etag));
        }

        @Override
        public void remove(Access access, String id, String event, @Nullable String etag) {
            tenancy.as(tenant, () -> calendar.remove(access, id, event, etag));
        }

        @Override
        public Optional<RemoteEvent> find(Access access, String id, String event) {
            return tenancy.as(tenant, () -> calendar.find(access, id, event));
        }
    }
}
