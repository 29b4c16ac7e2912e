package io.frontdesk.calendarplugin.outlook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Time zones by the names that Windows gives them, after the table of the Unicode CLDR
 * (windowsZones, territory 001).
 */
final class WindowsZones {
    private static final Map<String, String> IANA = table();

    private WindowsZones() {}

    /** The zone of a Windows or an IANA name; empty for a custom zone and one never heard of. */
    static Optional<ZoneId> of(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return Optional.empty();
        }
        var known = IANA.get(name.strip());
        if (known != null) {
            return Optional.of(ZoneId.of(known));
        }
        if (name.equalsIgnoreCase("tzone://Microsoft/Utc")) {
            return Optional.of(ZoneOffset.UTC);
        }
        try {
            return Optional.of(ZoneId.of(name.strip()));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    static Map<String, String> all() {
        return IANA;
    }

    private static Map<String, String> table() {
        try (var file = WindowsZones.class.getResourceAsStream("windows-zones.txt")) {
            if (file == null) {
                throw new IllegalStateException("windows-zones.txt is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("=", 2))
                    .collect(Collectors.toUnmodifiableMap(line -> line[0], line -> line[1]));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
