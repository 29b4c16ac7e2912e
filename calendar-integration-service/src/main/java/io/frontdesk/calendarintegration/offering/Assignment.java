package io.frontdesk.calendarintegration.offering;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Who serves when the caller names nobody. */
public enum Assignment {
    /** Who has the least booked on that day. */
    @JsonProperty("least-busy")
    LEAST_BUSY,
    /** Who has the lowest priority number. */
    @JsonProperty("priority")
    PRIORITY,
    /** The caller must name one. */
    @JsonProperty("choice")
    CHOICE;

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Assignment of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
