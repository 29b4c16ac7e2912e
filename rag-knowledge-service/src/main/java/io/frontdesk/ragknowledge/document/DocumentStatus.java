package io.frontdesk.ragknowledge.document;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a document has come. */
public enum DocumentStatus {
    QUEUED,
    PARSING,
    EMBEDDING,
    READY,
    FAILED;

    /** As the API and the database write it. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static DocumentStatus of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
