package io.frontdesk.calendarplugin.caldav;

import static io.frontdesk.calendarplugin.dav.Element.CALDAV;
import static io.frontdesk.calendarplugin.dav.Element.DAV;

import io.frontdesk.calendarplugin.dav.DavAnswer;
import io.frontdesk.calendarplugin.dav.DavClient;
import io.frontdesk.calendarplugin.dav.Element;
import io.frontdesk.calendarplugin.dav.Href;
import io.frontdesk.calendarplugin.dav.Multistatus.Resource;
import io.frontdesk.calendarplugin.ical.IcsReader;
import io.frontdesk.calendarplugin.provider.Access;
import io.frontdesk.calendarplugin.provider.RemoteCalendar;
import io.frontdesk.calendarplugin.refusal.ProviderRefused;
import java.net.URI;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds an account's calendars from its server's address (RFC 6764, RFC 4791, section 6.2). */
final class Discovery {
    private static final Set<String> WRITE =
            Set.of(DAV + "all", DAV + "write", DAV + "write-content", DAV + "bind");
    private static final String DELETED = "{http://nextcloud.com/ns}deleted-at";

    private final DavClient client;

    Discovery(DavClient client) {
        this.client = client;
    }

    List<RemoteCalendar> calendars(Access access, URI server) {
        var home = home(access, server);
        var answer = client.asked(access, "PROPFIND", home, "1", Requests.CALENDARS);
        var calendars = new ArrayList<RemoteCalendar>();
        for (var resource : answer.multistatus().resources()) {
            if (isCalendar(resource)) {
                var address = Href.resolve(answer.from(), resource.href());
                calendars.add(calendar(resource, id(server, address), calendars.isEmpty()));
            }
        }
        return calendars;
    }

    private URI home(Access access, URI server) {
        ProviderRefused last = null;
        for (var start : starts(server)) {
            try {
                var answer = client.asked(access, "PROPFIND", start, "0", Requests.PRINCIPAL);
                var home = link(answer, CALDAV + "calendar-home-set");
                var principal = link(answer, DAV + "current-user-principal");
                if (home == null && principal != null) {
                    home = homeOf(access, principal);
                }
                if (home != null) {
                    return home;
                }
                if (answer.multistatus().resources().stream().anyMatch(Discovery::isCalendar)) {
                    return answer.from();
                }
            } catch (ProviderRefused elsewhere) {
                last = elsewhere;
            }
        }
        throw last == null ? new ProviderRefused("The server tells no calendars.") : last;
    }

    private static Set<URI> starts(URI server) {
        var starts = new LinkedHashSet<URI>();
        var path = Objects.requireNonNullElse(server.getPath(), "");
        if (path.length() > 1) {
            starts.add(server);
        }
        starts.add(server.resolve("/.well-known/caldav"));
        starts.add(server.resolve("/"));
        return starts;
    }

    private @Nullable URI homeOf(Access access, URI principal) {
        return link(
                client.asked(access, "PROPFIND", principal, "0", Requests.HOME),
                CALDAV + "calendar-home-set");
    }

    /** iCloud's is on another host, which keeps the account's calendars. */
    private static @Nullable URI link(DavAnswer answer, String property) {
        return answer.multistatus().resources().stream()
                .flatMap(resource -> resource.property(property).stream())
                .flatMap(found -> found.textOf(DAV + "href").stream())
                .findFirst()
                .map(href -> Href.resolve(answer.from(), href))
                .orElse(null);
    }

    private static RemoteCalendar calendar(Resource resource, String id, boolean first) {
        var path = id.replaceFirst("/$", "");
        var name = resource.text(DAV + "displayname");
        var zone =
                resource.text(CALDAV + "calendar-timezone")
                        .flatMap(IcsReader::zoneOf)
                        .map(ZoneId::getId);
        return new RemoteCalendar(
                id,
                name.orElse(path.substring(path.lastIndexOf('/') + 1)),
                zone.orElse(null),
                writable(resource),
                first);
    }

    /** A collection that takes events; Nextcloud's trash bin and trashed calendars are none. */
    static boolean isCalendar(Resource resource) {
        var type = resource.property(DAV + "resourcetype");
        var components = resource.property(CALDAV + "supported-calendar-component-set");
        return type.map(found -> found.has(CALDAV + "calendar")).orElse(false)
                && resource.text(DELETED).isEmpty()
                && components.map(Discovery::takesEvents).orElse(true);
    }

    private static boolean takesEvents(Element components) {
        return components.children().isEmpty()
                || components.children().stream().anyMatch(each -> each.named("VEVENT"));
    }

    private static boolean writable(Resource resource) {
        return resource.property(DAV + "current-user-privilege-set")
                .map(set -> WRITE.stream().anyMatch(set::has))
                .orElse(true);
    }

    private static String id(URI server, URI calendar) {
        return calendar.getAuthority().equalsIgnoreCase(server.getAuthority())
                ? calendar.getRawPath()
                : calendar.toString();
    }
}
