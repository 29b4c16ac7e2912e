package io.frontdesk.calendarplugin.caldav;

import static io.frontdesk.calendarplugin.dav.Element.CALDAV;
import static io.frontdesk.calendarplugin.dav.Element.DAV;

import io.frontdesk.calendarplugin.dav.DavAnswer;
import io.frontdesk.calendarplugin.dav.DavClient;
import io.frontdesk.calendarplugin.dav.Href;
import io.frontdesk.calendarplugin.event.BookedEvent;
import io.frontdesk.calendarplugin.event.RemoteEvent;
import io.frontdesk.calendarplugin.event.Window;
import io.frontdesk.calendarplugin.ical.IcsReader;
import io.frontdesk.calendarplugin.ical.IcsWriter;
import io.frontdesk.calendarplugin.provider.Access;
import io.frontdesk.calendarplugin.refusal.ProviderRefused;
import io.frontdesk.calendarplugin.refusal.VersionConflict;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Our events in a calendar, each in a resource that is named by its UID. */
final class EventStore {
    private static final Duration FAR = Duration.ofDays(3660);

    private final DavClient client;
    private final Clock clock;

    EventStore(DavClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    RemoteEvent write(Access access, URI calendar, BookedEvent event, @Nullable String etag) {
        var address = address(calendar, event, "");
        if (etag != null) {
            var spare = address(calendar, event, "-2");
            var here = current(access, address).isPresent() || current(access, spare).isEmpty();
            return change(access, here ? address : spare, event, etag);
        }
        var answer = put(access, address, event, Map.of("If-None-Match", "*"));
        if (answer.status() == 412) {
            return again(access, address, event);
        }
        if (answer.status() >= 400 && sameUid(answer)) {
            // Nextcloud keeps removed events in its trash bin, and their UIDs and names with them.
            var spare = address(calendar, event, "-2");
            var second = put(access, spare, event, Map.of("If-None-Match", "*"));
            return second.status() == 412
                    ? again(access, spare, event)
                    : written(access, spare, event, second.orRefused());
        }
        return written(access, address, event, answer.orRefused());
    }

    void remove(Access access, URI address, @Nullable String etag) {
        var headers = etag == null ? Map.<String, String>of() : Map.of("If-Match", etag);
        var answer = client.send(access, "DELETE", address, headers, "");
        if (answer.status() == 404 || answer.status() == 410) {
            return;
        }
        if (answer.status() == 412) {
            var now = current(access, address);
            if (now.isEmpty()) {
                return;
            }
            if (!now.get().equals(etag)) {
                throw new VersionConflict("The event was changed in the calendar.");
            }
            // It is the version that we know, which this server cannot compare.
            client.send(access, "DELETE", address, Map.of(), "").orRefused();
            return;
        }
        answer.orRefused();
    }

    Optional<RemoteEvent> find(Access access, URI address) {
        var answer = client.send(access, "GET", address, Map.of(), "");
        if (answer.status() == 404 || answer.status() == 410) {
            return Optional.empty();
        }
        var body = answer.orRefused().body();
        var now = clock.instant();
        var reader =
                new IcsReader(
                        new Window(now.minus(FAR), now.plus(FAR)), access.zone(), access.user());
        var id = Href.path(address.getRawPath());
        var read = reader.read(body, id, etag(access, address, answer));
        if (read.events().isEmpty() && read.problem() != null) {
            throw new ProviderRefused(read.problem());
        }
        return read.events().stream().findFirst().map(event -> event.withId(id));
    }

    /** A write that was repeated, or whose answer was lost. */
    private RemoteEvent again(Access access, URI address, BookedEvent event) {
        var answer = client.send(access, "GET", address, Map.of(), "").orRefused();
        var there = find(access, address).orElseThrow(EventStore::taken);
        if (!event.bookingId().toString().equals(there.bookingId())) {
            throw taken();
        }
        return IcsReader.sequence(answer.body()) >= event.sequence() || there.etag() == null
                ? there
                : change(access, address, event, there.etag());
    }

    private RemoteEvent change(Access access, URI address, BookedEvent event, String etag) {
        var answer = put(access, address, event, Map.of("If-Match", etag));
        if (answer.status() == 412 && current(access, address).filter(etag::equals).isPresent()) {
            // It is the version that we know, which this server cannot compare.
            answer = put(access, address, event, Map.of());
        }
        return written(access, address, event, answer.orRefused());
    }

    private RemoteEvent written(Access access, URI address, BookedEvent event, DavAnswer answer) {
        return new RemoteEvent(
                Href.path(address.getRawPath()),
                event.uid(),
                event.bookingId().toString(),
                etag(access, address, answer),
                event.start(),
                event.end(),
                false,
                true,
                event.title(),
                null);
    }

    private DavAnswer put(
            Access access, URI address, BookedEvent event, Map<String, String> condition) {
        var headers = new java.util.HashMap<>(condition);
        headers.put("Content-Type", "text/calendar; charset=utf-8");
        return client.send(
                access, "PUT", address, headers, IcsWriter.write(event, clock.instant()));
    }

    /** A server that changed what it took tells no etag (RFC 4791, section 5.3.4): ask for it. */
    private @Nullable String etag(Access access, URI address, DavAnswer answer) {
        return answer.etag() != null ? answer.etag() : current(access, address).orElse(null);
    }

    private Optional<String> current(Access access, URI address) {
        var answer = client.send(access, "PROPFIND", address, Map.of("Depth", "0"), Requests.ETAG);
        if (answer.status() == 404 || answer.status() == 410) {
            return Optional.empty();
        }
        return answer.orRefused().multistatus().resources().stream()
                .filter(resource -> resource.status() < 300)
                .flatMap(resource -> resource.text(DAV + "getetag").stream())
                .findFirst()
                .map(DavAnswer::strong);
    }

    private static boolean sameUid(DavAnswer answer) {
        return answer.names(CALDAV + "no-uid-conflict")
                || new String(answer.body(), StandardCharsets.UTF_8).contains("uid already exists");
    }

    private static URI address(URI calendar, BookedEvent event, String suffix) {
        return calendar.resolve(Href.segment(event.uid() + suffix) + ".ics");
    }

    private static VersionConflict taken() {
        return new VersionConflict("Another event has the place of this booking's.");
    }
}
