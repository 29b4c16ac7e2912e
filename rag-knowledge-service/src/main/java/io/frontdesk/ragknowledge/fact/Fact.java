package io.frontdesk.ragknowledge.fact;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * One figure that the business stands by.
 *
 * @param subject what it is about, for example an offering's name
 * @param value as it may be said, for example {@code 95.00 EUR}, {@code Mon 08:00-17:00}
 */
public record Fact(UUID id, Kind kind, String subject, String value) {

    /**
     * The ways in which a text may say the value, the value itself first; case does not matter. For
     * hours these are the times of day, without the day.
     */
    public List<String> spellings() {
        return Spellings.of(kind, value);
    }

    /** What a figure says. */
    public enum Kind {
        PRICE,
        DURATION,
        HOURS,
        PHONE,
        EMAIL,
        ADDRESS;

        /** As the API and the database write it. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
