package io.frontdesk.calendarplugin.outlook;

import com.microsoft.graph.models.Event;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.graph.users.item.calendars.item.events.EventsRequestBuilder;
import io.frontdesk.calendarplugin.event.BookedEvent;
import io.frontdesk.calendarplugin.event.RemoteEvent;
import io.frontdesk.calendarplugin.http.StatusRefused;
import io.frontdesk.calendarplugin.provider.Access;
import io.frontdesk.calendarplugin.refusal.ProviderRefused;
import io.frontdesk.calendarplugin.refusal.VersionConflict;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes our bookings into an Outlook calendar, without attendees: nobody gets a mail from it. */
final class OutlookWrites {
    private final GraphApi api;
    private final OutlookCalendars calendars;
    private final Clock clock;

    OutlookWrites(GraphApi api, OutlookCalendars calendars, Clock clock) {
        this.api = api;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** Outlook chooses the ids, so the event is looked up by its UID first. */
    RemoteEvent write(Access access, String calendarId, BookedEvent booked, @Nullable String etag) {
        var there = ours(access, calendarId, booked.uid());
        if (etag != null) {
            var event = there.orElseThrow(OutlookWrites::gone);
            return calendars.read(access, change(access, calendarId, event, booked, etag));
        }
        var written =
                there.isPresent()
                        ? adopt(access, calendarId, there.get(), booked)
                        : create(access, calendarId, booked);
        return calendars.read(access, written);
    }

    /** An earlier write of ours whose answer was lost, perhaps of an older state. */
    private Event adopt(Access access, String calendarId, Event there, BookedEvent booked) {
        var etag = OutlookEvents.etag(there);
        return OutlookEvents.sequence(there) < booked.sequence() && etag != null
                ? change(access, calendarId, there, booked, etag)
                : there;
    }

    private Event create(Access access, String calendarId, BookedEvent booked) {
        var attempt = String.valueOf(booked.sequence());
        try {
            return post(access, calendarId, OutlookEvents.created(booked, attempt));
        } catch (StatusRefused refused) {
            if (refused.status() != 409 && !refused.code().contains("TransactionId")) {
                throw refused;
            }
            // Either somebody was quicker, or Outlook remembers an event that was removed since.
            var there = ours(access, calendarId, booked.uid());
            return there.orElseGet(() -> again(access, calendarId, booked, attempt));
        }
    }

    private Event again(Access access, String calendarId, BookedEvent booked, String attempt) {
        var anew = attempt + "-" + clock.instant().getEpochSecond();
        return post(access, calendarId, OutlookEvents.created(booked, anew));
    }

    private Event post(Access access, String calendarId, Event event) {
        return api.write(
                access,
                client ->
                        events(client, calendarId)
                                .post(event, asked -> GraphApi.prefer(asked.headers)));
    }

    private Event change(
            Access access, String calendarId, Event there, BookedEvent booked, String etag) {
        unchanged(there, etag);
        try {
            return api.write(
                    access,
                    client ->
                            events(client, calendarId)
                                    .byEventId(GraphApi.told(there.getId()))
                                    .patch(
                                            OutlookEvents.of(booked),
                                            asked -> {
                                                GraphApi.prefer(asked.headers);
                                                asked.headers.add("If-Match", etag);
                                            }));
        } catch (StatusRefused refused) {
            throw refused.gone() ? gone() : refused;
        }
    }

    void remove(Access access, String calendarId, String eventId, @Nullable String etag) {
        var there = calendars.event(access, calendarId, eventId);
        if (there.isEmpty()) {
            return;
        }
        if (OutlookEvents.bookingId(there.get()) == null) {
            throw new ProviderRefused("Only what a booking of ours wrote is removed.");
        }
        if (etag != null) {
            unchanged(there.get(), etag);
        }
        try {
            api.end(
                    access,
                    client ->
                            events(client, calendarId)
                                    .byEventId(eventId)
                                    .delete(asked -> {
                                        GraphApi.prefer(asked.headers);
                                        if (etag != null) {
                                            asked.headers.add("If-Match", etag);
                                        }
                                    }));
        } catch (StatusRefused refused) {
            if (!refused.gone()) {
                throw refused;
            }
        }
    }

    private Optional<Event> ours(Access access, String calendarId, String uid) {
        var filter =
                "singleValueExtendedProperties/Any(ep: ep/id eq '%s' and ep/value eq '%s')"
                        .formatted(OutlookEvents.UID, uid.replace("'", "''"));
        var told =
                api.read(
                        access,
                        client ->
                                events(client, calendarId)
                                        .get(asked -> {
                                            GraphApi.prefer(asked.headers);
                                            asked.queryParameters.filter = filter;
                                            asked.queryParameters.expand =
                                                    new String[] {OutlookEvents.OURS};
                                        }));
        return Objects.requireNonNullElse(told.getValue(), List.<Event>of()).stream().findFirst();
    }

    private static void unchanged(Event there, String etag) {
        if (!etag.equals(OutlookEvents.etag(there))) {
            throw new VersionConflict("The event was changed in Outlook.");
        }
    }

    private static VersionConflict gone() {
        return new VersionConflict("The event was removed in Outlook.");
    }

    private static EventsRequestBuilder events(GraphServiceClient client, String calendarId) {
        return client.me().calendars().byCalendarId(calendarId).events();
    }
}
