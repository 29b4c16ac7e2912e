package io.frontdesk.ragcore.language;

import org.springframework.stereotype.Component;

/** Tells in which language a text is written. */
@Component
public final class Languages {
    /** Where it cannot be told. */
    public static final String UNDETERMINED = "und";

    /** ISO 639-1, or {@code und}. */
    public String of(String text) {
        return UNDETERMINED;
    }
}
