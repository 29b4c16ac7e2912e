package io.frontdesk.calendarplugin.http;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** How long a provider asks to be left alone: Retry-After (RFC 9110, section 10.2.3). */
public final class Pause {
    private static final Duration LONGEST = Duration.ofDays(1);

    private Pause() {}

    /** Seconds or a date; null when there is none or it cannot be read; at most a day. */
    public static @Nullable Duration of(@Nullable String retryAfter, Clock clock) {
        if (retryAfter == null) {
            return null;
        }
        var text = retryAfter.strip();
        if (text.matches("\\d{1,9}")) {
            return bounded(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            var until = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
            return bounded(Duration.between(clock.instant(), until));
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static Duration bounded(Duration pause) {
        if (pause.isNegative()) {
            return Duration.ZERO;
        }
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }
}
