package io.frontdesk.calendarplugin.caldav;

import static io.frontdesk.calendarplugin.dav.Element.CALDAV;
import static io.frontdesk.calendarplugin.dav.Element.DAV;

import io.frontdesk.calendarplugin.dav.DavClient;
import io.frontdesk.calendarplugin.dav.Multistatus.Resource;
import io.frontdesk.calendarplugin.event.ChangePage;
import io.frontdesk.calendarplugin.event.Window;
import io.frontdesk.calendarplugin.ical.IcsReader;
import io.frontdesk.calendarplugin.provider.Access;
import io.frontdesk.calendarplugin.refusal.ProviderRefused;
import io.frontdesk.calendarplugin.refusal.SyncTokenExpired;
import java.net.URI;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells what is in a calendar, or what changed (RFC 6578). Where a server has no sync tokens, its
 * ctag, or else all etags together, tell whether anything changed at all.
 */
final class CalendarReading {
    private static final String SYNC = "sync:";
    private static final String STATE = "state:";
    private static final String CTAG = "{http://calendarserver.org/ns/}getctag";
    private static final Set<Integer> FORGOTTEN = Set.of(409, 410, 507);

    private final DavClient client;

    CalendarReading(DavClient client) {
        this.client = client;
    }

    ChangePage changes(Access access, URI calendar, Window window, @Nullable String token) {
        if (token != null && token.startsWith(SYNC)) {
            return since(access, calendar, window, token.substring(SYNC.length()));
        }
        var state = state(access, calendar);
        var now = token(access, calendar, state);
        if (token != null && token.equals(now)) {
            return new ChangePage(List.of(), List.of(), null, now, false);
        }
        // The token is older than the answer: what changes in between is told again next time.
        var fetch = new Fetch(client, access, calendar, reader(access, window, state));
        var told = fetch.all(window);
        return new ChangePage(told.changed(), List.of(), null, now, true, told.problems());
    }

    private ChangePage since(Access access, URI calendar, Window window, String token) {
        var answer =
                client.send(
                        access, "REPORT", calendar, Map.of("Depth", "0"), Requests.changes(token));
        if (answer.names(DAV + "valid-sync-token") || FORGOTTEN.contains(answer.status())) {
            throw new SyncTokenExpired("The server forgot what it told us before.");
        }
        var report = answer.orRefused().multistatus();
        if (report.syncToken() == null) {
            throw new SyncTokenExpired("The server gave no token for the next time.");
        }
        var changed = new ArrayList<String>();
        var removed = new ArrayList<String>();
        var truncated = false;
        for (var resource : report.resources()) {
            var path = Fetch.path(resource);
            if (path.equals(calendar.getRawPath())) {
                truncated |= resource.status() == 507;
            } else if (resource.status() == 404 || resource.status() == 410) {
                removed.add(path);
            } else if (!path.endsWith("/")) {
                changed.add(path);
            }
        }
        var told = Fetch.Told.nothing();
        if (!changed.isEmpty()) {
            var reader = reader(access, window, state(access, calendar));
            told = new Fetch(client, access, calendar, reader).these(changed);
            removed.addAll(changed);
        }
        var gone = removed.stream().flatMap(id -> List.of(id, id + "#").stream()).toList();
        var next = SYNC + report.syncToken();
        var more = truncated && !report.syncToken().equals(token);
        return new ChangePage(
                told.changed(),
                gone,
                more ? next : null,
                more ? null : next,
                false,
                told.problems());
    }

    private Resource state(Access access, URI calendar) {
        var found =
                client.ask(access, "PROPFIND", calendar, "0", Requests.STATE).resources().stream()
                        .findFirst();
        return found.filter(Discovery::isCalendar)
                .orElseThrow(() ->
                        new ProviderRefused("There is no calendar at " + calendar.getPath() + "."));
    }

    private String token(Access access, URI calendar, Resource state) {
        var sync = state.text(DAV + "sync-token");
        var reports = state.property(DAV + "supported-report-set");
        if (sync.isPresent() && reports.map(set -> set.has(DAV + "sync-collection")).orElse(true)) {
            return SYNC + sync.get();
        }
        return STATE + state.text(CTAG).orElseGet(() -> etags(access, calendar));
    }

    private String etags(Access access, URI calendar) {
        var lines =
                client.ask(access, "PROPFIND", calendar, "1", Requests.ETAG).resources().stream()
                        .map(each -> Fetch.path(each) + " " + each.text(DAV + "getetag").orElse(""))
                        .sorted()
                        .toList();
        return Fetch.digest(String.join("\n", lines));
    }

    private static IcsReader reader(Access access, Window window, Resource state) {
        ZoneId zone =
                state.text(CALDAV + "calendar-timezone")
                        .flatMap(IcsReader::zoneOf)
                        .orElse(access.zone());
        return new IcsReader(window, zone, access.user());
    }
}
