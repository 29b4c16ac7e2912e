package io.frontdesk.calendarplugin.provider;

import io.frontdesk.calendarplugin.event.BookedEvent;
import io.frontdesk.calendarplugin.event.ChangePage;
import io.frontdesk.calendarplugin.event.RemoteEvent;
import io.frontdesk.calendarplugin.event.Window;
import io.frontdesk.calendarplugin.refusal.AccessRevoked;
import io.frontdesk.calendarplugin.refusal.ProviderBusy;
import io.frontdesk.calendarplugin.refusal.ProviderRefused;
import io.frontdesk.calendarplugin.refusal.ProviderSilent;
import io.frontdesk.calendarplugin.refusal.SyncTokenExpired;
import io.frontdesk.calendarplugin.refusal.VersionConflict;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A calendar provider, used with one connection's access at a time. Calls block and end within a
 * time limit. They throw {@link AccessRevoked} when the access no longer holds, {@link
 * ProviderBusy} when they may be repeated after a pause (429, 503), {@link ProviderSilent} when
 * nobody knows whether a write was done, {@link ProviderRefused} for anything that would fail
 * again.
 */
public interface CalendarProvider {
    /** The word for it in requests and rows, for example {@code caldav}. */
    String name();

    Capabilities capabilities();

    /** The calendars that the access reaches; also proves that it works. */
    List<RemoteCalendar> calendars(Access access);

    /**
     * What changed since {@code syncToken}; everything in the window when it is null. A page
     * without a next page carries the token for the next time.
     *
     * @throws SyncTokenExpired when the provider forgot the token: begin again without one
     */
    ChangePage changes(
            Access access,
            String calendarId,
            Window window,
            @Nullable String syncToken,
            @Nullable String nextPage);

    /**
     * Creates the event, or changes it where {@code etag} names the version that we last saw. Asked
     * twice for the same {@link BookedEvent#uid()} without an etag, it makes one event.
     *
     * @throws VersionConflict when somebody changed it there since
     */
    RemoteEvent write(Access access, String calendarId, BookedEvent event, @Nullable String etag);

    /**
     * Removes an event that we wrote; one that is no longer there is no error.
     *
     * @throws VersionConflict when somebody changed it there since
     */
    void remove(Access access, String calendarId, String eventId, @Nullable String etag);

    /** One event as it is there now. */
    Optional<RemoteEvent> find(Access access, String calendarId, String eventId);
}
