package io.frontdesk.calendarplugin.google;

import com.google.api.services.calendar.model.Event;
import io.frontdesk.calendarplugin.event.BookedEvent;
import io.frontdesk.calendarplugin.event.RemoteEvent;
import io.frontdesk.calendarplugin.http.StatusRefused;
import io.frontdesk.calendarplugin.provider.Access;
import io.frontdesk.calendarplugin.refusal.ProviderRefused;
import io.frontdesk.calendarplugin.refusal.ProviderSilent;
import io.frontdesk.calendarplugin.refusal.VersionConflict;
import org.jspecify.annotations.Nullable;

/**
 * Writes our bookings into a Google calendar. Nobody is notified by Google: invitations and their
 * changes are ours to send.
 */
final class GoogleWrites {
    private static final String NOBODY = "none";

    private final GoogleApi api;
    private final GoogleCalendars calendars;

    GoogleWrites(GoogleApi api, GoogleCalendars calendars) {
        this.api = api;
        this.calendars = calendars;
    }

    RemoteEvent write(Access access, String calendarId, BookedEvent booked, @Nullable String etag) {
        var id = GoogleEvents.idOf(booked.uid());
        var written =
                etag == null
                        ? create(access, calendarId, id, booked)
                        : change(access, calendarId, id, booked, etag);
        var read = calendars.read(access, calendarId, written);
        if (read == null) {
            throw new ProviderSilent(GoogleApi.NAME + " gave an unreadable answer.");
        }
        return read;
    }

    private Event create(Access access, String calendarId, String id, BookedEvent booked) {
        var event = GoogleEvents.of(booked).setId(id).setSequence(booked.sequence());
        try {
            return api.write(
                    access,
                    client -> client.events().insert(calendarId, event).setSendUpdates(NOBODY));
        } catch (StatusRefused refused) {
            if (refused.status() == 409) {
                return adopt(access, calendarId, id, booked);
            }
            throw refused;
        }
    }

    /** The id is taken by an earlier write of ours, or by what is left of a removed event. */
    private Event adopt(Access access, String calendarId, String id, BookedEvent booked) {
        var there = api.read(access, client -> client.events().get(calendarId, id));
        if (GoogleEvents.cancelled(there)) {
            return restore(access, calendarId, id, booked, there.getEtag());
        }
        if (!booked.bookingId().toString().equals(GoogleEvents.bookingId(there))) {
            throw new ProviderRefused("Another event stands where the booking belongs.");
        }
        return GoogleEvents.sequence(there) < booked.sequence()
                ? change(access, calendarId, id, booked, there.getEtag())
                : there;
    }

    private Event restore(
            Access access, String calendarId, String id, BookedEvent booked, String etag) {
        var event = GoogleEvents.of(booked);
        return api.write(
                access,
                client -> {
                    var update = client.events().update(calendarId, id, event);
                    update.getRequestHeaders().setIfMatch(etag);
                    return update.setSendUpdates(NOBODY);
                });
    }

    /**
     * A patch, so that what people added there stays. Without a sequence: Google counts changes
     * made there too, and refuses a lower number than its own.
     */
    private Event change(
            Access access, String calendarId, String id, BookedEvent booked, String etag) {
        var event = GoogleEvents.of(booked);
        try {
            return api.write(
                    access,
                    client -> {
                        var patch = client.events().patch(calendarId, id, event);
                        patch.getRequestHeaders().setIfMatch(etag);
                        return patch.setSendUpdates(NOBODY);
                    });
        } catch (StatusRefused refused) {
            if (refused.gone()) {
                throw new VersionConflict("The event was removed in Google Calendar.", refused);
            }
            throw refused;
        }
    }

    void remove(Access access, String calendarId, String eventId, @Nullable String etag) {
        if (!GoogleEvents.ours(eventId)) {
            throw new ProviderRefused("Only what a booking of ours wrote is removed.");
        }
        try {
            api.write(
                    access,
                    client -> {
                        var delete = client.events().delete(calendarId, eventId);
                        if (etag != null) {
                            delete.getRequestHeaders().setIfMatch(etag);
                        }
                        return delete.setSendUpdates(NOBODY);
                    });
        } catch (StatusRefused refused) {
            if (!refused.gone()) {
                throw refused;
            }
        }
    }
}
