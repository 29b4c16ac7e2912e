package io.frontdesk.calendarplugin.caldav;

import static io.frontdesk.calendarplugin.dav.Element.CALDAV;
import static io.frontdesk.calendarplugin.dav.Element.DAV;

import io.frontdesk.calendarplugin.dav.DavAnswer;
import io.frontdesk.calendarplugin.dav.DavClient;
import io.frontdesk.calendarplugin.dav.Href;
import io.frontdesk.calendarplugin.dav.Multistatus.Resource;
import io.frontdesk.calendarplugin.event.RemoteEvent;
import io.frontdesk.calendarplugin.event.Window;
import io.frontdesk.calendarplugin.ical.IcsReader;
import io.frontdesk.calendarplugin.provider.Access;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Fetches events of one calendar and reads them. */
final class Fetch {
    private static final int AT_ONCE = 50;
    private static final int MOST_PROBLEMS = 20;
    private static final Set<Integer> UNSUPPORTED = Set.of(400, 403, 405, 501);

    private final DavClient client;
    private final Access access;
    private final URI calendar;
    private final IcsReader reader;
    private final Told told = new Told(new ArrayList<>(), new ArrayList<>());

    Fetch(DavClient client, Access access, URI calendar, IcsReader reader) {
        this.client = client;
        this.access = access;
        this.calendar = calendar;
        this.reader = reader;
    }

    /** What is in the window; servers that ignore it tell more, which the reader leaves out. */
    Told all(Window window) {
        var query =
                client.send(
                        access, "REPORT", calendar, Map.of("Depth", "1"), Requests.query(window));
        if (UNSUPPORTED.contains(query.status())) {
            return these(listed());
        }
        var bare = new ArrayList<String>();
        for (var resource : query.orRefused().multistatus().resources()) {
            if (resource.text(CALDAV + "calendar-data").isPresent()) {
                read(resource);
            } else if (resource.status() < 300 && !path(resource).endsWith("/")) {
                bare.add(path(resource));
            }
        }
        return these(bare);
    }

    Told these(List<String> paths) {
        for (int from = 0; from < paths.size(); from += AT_ONCE) {
            var some = paths.subList(from, Math.min(paths.size(), from + AT_ONCE));
            client.ask(access, "REPORT", calendar, "1", Requests.multiget(some))
                    .resources()
                    .forEach(this::read);
        }
        return told;
    }

    private List<String> listed() {
        return client.ask(access, "PROPFIND", calendar, "1", Requests.ETAG).resources().stream()
                .filter(each ->
                        each.property(DAV + "resourcetype")
                                .map(type -> !type.has(DAV + "collection"))
                                .orElse(true))
                .map(Fetch::path)
                .filter(path -> !path.equals(calendar.getRawPath()))
                .toList();
    }

    private void read(Resource resource) {
        var text = resource.text(CALDAV + "calendar-data");
        if (text.isPresent() && resource.status() < 300) {
            var etag = resource.text(DAV + "getetag").map(DavAnswer::strong).orElse(null);
            var bytes = text.get().getBytes(StandardCharsets.UTF_8);
            var read = reader.read(bytes, path(resource), etag);
            told.changed.addAll(read.events());
            if (read.problem() != null && told.problems.size() < MOST_PROBLEMS) {
                told.problems.add(read.problem());
            }
        }
    }

    static String path(Resource resource) {
        return Href.path(resource.href());
    }

    static String digest(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(hash.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }

    /** What was read. */
    record Told(List<RemoteEvent> changed, List<String> problems) {
        static Told nothing() {
            return new Told(List.of(), List.of());
        }
    }
}
