package io.frontdesk.calendarintegration.hold;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What became of a hold. */
public enum HoldStatus {
    @JsonProperty("held")
    HELD,
    @JsonProperty("booked")
    BOOKED,
    @JsonProperty("expired")
    EXPIRED,
    @JsonProperty("released")
    RELEASED;

    static HoldStatus of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
