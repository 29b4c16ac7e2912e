package io.frontdesk.ragknowledge.crawling;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** How often a website is crawled again: an ISO 8601 duration or period. */
public final class Refresh {

    private static final Duration SHORTEST = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(366);

    private Refresh() {}

    /** Whether it can be understood and lies between an hour and a year. */
    public static boolean isValid(String refresh) {
        var pause = Duration.between(Instant.EPOCH, after(refresh, Instant.EPOCH, Instant.EPOCH));
        return pause.compareTo(SHORTEST) >= 0 && pause.compareTo(LONGEST) <= 0;
    }

    static @Nullable Instant after(@Nullable String refresh, Instant start) {
        return refresh == null ? null : after(refresh, start, start.plus(LONGEST));
    }

    private static Instant after(String refresh, Instant start, Instant otherwise) {
        try {
            return start.plus(Duration.parse(refresh));
        } catch (DateTimeException | ArithmeticException noDuration) {
            try {
                return start.atOffset(ZoneOffset.UTC).plus(Period.parse(refresh)).toInstant();
            } catch (DateTimeException | ArithmeticException noPeriod) {
                return otherwise;
            }
        }
    }
}
