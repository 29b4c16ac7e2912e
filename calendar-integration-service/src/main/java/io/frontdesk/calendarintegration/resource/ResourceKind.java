package io.frontdesk.calendarintegration.resource;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What a resource is. */
public enum ResourceKind {
    @JsonProperty("person")
    PERSON,
    @JsonProperty("room")
    ROOM,
    @JsonProperty("equipment")
    EQUIPMENT;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ResourceKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
