package io.frontdesk.ragknowledge.fact;

import java.util.UUID;

/**
 * One figure that the business stands by.
 *
 * @param subject what it is about, for example an offering's name
 * @param value as it may be said, for example {@code 95.00 EUR}, {@code Mon 08:00-17:00}
 */
public record Fact(UUID id, Kind kind, String subject, String value) {

    /** What a figure says. */
    public enum Kind {
        PRICE,
        DURATION,
        HOURS,
        PHONE,
        EMAIL,
        ADDRESS
    }
}
