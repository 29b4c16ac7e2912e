package io.frontdesk.calendarplugin.caldav;

import io.frontdesk.calendarplugin.dav.DavClient;
import io.frontdesk.calendarplugin.dav.Href;
import io.frontdesk.calendarplugin.event.BookedEvent;
import io.frontdesk.calendarplugin.event.ChangePage;
import io.frontdesk.calendarplugin.event.RemoteEvent;
import io.frontdesk.calendarplugin.event.Window;
import io.frontdesk.calendarplugin.provider.Access;
import io.frontdesk.calendarplugin.provider.CalendarProvider;
import io.frontdesk.calendarplugin.provider.Capabilities;
import io.frontdesk.calendarplugin.provider.RemoteCalendar;
import io.frontdesk.calendarplugin.refusal.ProviderRefused;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Any CalDAV server, opened with an account's name and its password, best an app password. */
public final class CalDavProvider implements CalendarProvider {
    private static final Capabilities CAPABILITIES =
            new Capabilities(true, true, false, true, true, false, null, null, null, null);

    private final String name;
    private final @Nullable URI preset;
    private final Discovery discovery;
    private final CalendarReading reading;
    private final EventStore events;

    /**
     * A provider of the given name.
     *
     * @param preset the server of connections that name none
     */
    public CalDavProvider(String name, @Nullable URI preset, DavClient client, Clock clock) {
        this.name = name;
        this.preset = preset;
        this.discovery = new Discovery(client);
        this.reading = new CalendarReading(client);
        this.events = new EventStore(client, clock);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public List<RemoteCalendar> calendars(Access access) {
        return discovery.calendars(access, server(access));
    }

    @Override
    public ChangePage changes(
            Access access,
            String calendarId,
            Window window,
            @Nullable String syncToken,
            @Nullable String nextPage) {
        var token = nextPage == null ? syncToken : nextPage;
        return reading.changes(access, calendar(access, calendarId), window, token);
    }

    @Override
    public RemoteEvent write(
            Access access, String calendarId, BookedEvent event, @Nullable String etag) {
        return events.write(access, calendar(access, calendarId), event, etag);
    }

    @Override
    public void remove(Access access, String calendarId, String eventId, @Nullable String etag) {
        events.remove(access, event(access, calendarId, eventId), etag);
    }

    @Override
    public Optional<RemoteEvent> find(Access access, String calendarId, String eventId) {
        return events.find(access, event(access, calendarId, eventId));
    }

    private URI server(Access access) {
        var server = access.server() == null ? preset : access.server();
        if (server == null) {
            throw new ProviderRefused("The address of the CalDAV server is needed.");
        }
        return server;
    }

    private URI calendar(Access access, String calendarId) {
        var address = Href.resolve(server(access), calendarId);
        return address.getPath().endsWith("/") ? address : Href.resolve(address, address + "/");
    }

    /** All occurrences of an event are kept in one resource. */
    private URI event(Access access, String calendarId, String eventId) {
        return Href.resolve(calendar(access, calendarId), eventId.split("#", 2)[0]);
    }
}
