package io.frontdesk.ragcore.search;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** By meaning, by word, or by both. */
public enum SearchMode {
    @JsonProperty("hybrid")
    HYBRID,
    @JsonProperty("dense")
    DENSE,
    @JsonProperty("lexical")
    LEXICAL;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
