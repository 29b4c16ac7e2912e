package io.frontdesk.calendarintegration.icsfile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/** Which zone a TZID means: an IANA name, one with a prefix, a Windows name, or a stated place. */
final class Zones {
    private static final Map<String, String> WINDOWS = windows();
    private static final Map<String, ZoneId> KNOWN = known();

    private final Map<String, String> places;
    private final ZoneId fallback;

    Zones(Map<String, String> places, ZoneId fallback) {
        this.places = places;
        this.fallback = fallback;
    }

    ZoneId fallback() {
        return fallback;
    }

    /** The zone, if there is no doubt; the rules of a file's own definition are not believed. */
    Optional<ZoneId> find(String tzid) {
        var id = tzid.strip();
        var direct = byName(id);
        if (direct.isPresent()) {
            return direct;
        }
        var place = places.get(tzid);
        return place == null ? Optional.empty() : byName(place.strip());
    }

    private static Optional<ZoneId> byName(String id) {
        var windows = WINDOWS.get(id);
        if (windows != null) {
            return Optional.of(ZoneId.of(windows));
        }
        // "/freeassociation.sourceforge.net/Europe/Berlin", "/citadel.org/20250101_1/Europe/Berlin"
        for (var at = 0; at >= 0; at = id.indexOf('/', at + 1)) {
            var zone = KNOWN.get(at == 0 ? id : id.substring(at + 1));
            if (zone != null) {
                return Optional.of(zone);
            }
        }
        return Optional.empty();
    }

    /** Three letters like EST or CST mean different zones to different writers: not among them. */
    private static Map<String, ZoneId> known() {
        var known = new TreeMap<String, ZoneId>(String.CASE_INSENSITIVE_ORDER);
        Set.copyOf(ZoneId.getAvailableZoneIds()).stream()
                .filter(id -> id.contains("/"))
                .forEach(id -> known.put(id, ZoneId.of(id)));
        for (var id : Set.of("UTC", "GMT", "Z")) {
            known.put(id, ZoneId.of("UTC"));
        }
        return known;
    }

    private static Map<String, String> windows() {
        var names = new Properties();
        try (var file = Zones.class.getResourceAsStream("windows-zones.properties")) {
            names.load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        var windows = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        names.forEach((name, zone) -> windows.put((String) name, (String) zone));
        return windows;
    }
}
