package io.frontdesk.ragknowledge.core;

import com.fasterxml.jackson.annotation.JsonProperty;

/** By meaning, by words, or by both. */
public enum SearchMode {
    @JsonProperty("hybrid")
    HYBRID,
    @JsonProperty("dense")
    DENSE,
    @JsonProperty("lexical")
    LEXICAL
}
