package io.frontdesk.ragknowledge.core;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A chunk as the index keeps it; title and headings give the text its context. */
public record StoredChunk(
        int ordinal, String text, String title, List<String> headings, @Nullable Integer page) {}
