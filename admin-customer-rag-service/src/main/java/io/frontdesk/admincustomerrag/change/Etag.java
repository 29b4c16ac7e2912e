package io.frontdesk.admincustomerrag.change;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Versions as entity tags (RFC 9110, sections 8.8.3 and 13.1.1). */
final class Etag {
    private Etag() {}

    static String of(int version) {
        return "\"" + version + "\"";
    }

    /** Whether the header's condition holds; no header is no condition. */
    static boolean matches(@Nullable String ifMatch, int version) {
        if (ifMatch == null) {
            return true;
        }
        if (ifMatch.strip().equals("*")) {
            return version > 0;
        }
        // If-Match compares strongly, so a weak tag never matches.
        return Arrays.stream(ifMatch.split(",", -1))
                .map(String::strip)
                .anyMatch(of(version)::equals);
    }
}
