package io.frontdesk.ragknowledge.content;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One piece of a document in reading order. Texts hold no line breaks and no outer blanks. */
public sealed interface Block {

    /** The page or slide it stands on, counted from 1; null where a format has no pages. */
    @Nullable Integer page();

    /** Opens a section; level 1 is the outermost. */
    record Heading(int level, String text, @Nullable Integer page) implements Block {}

    /** Running text. */
    record Paragraph(String text, @Nullable Integer page) implements Block {}

    /** List items, table rows or lines of code, which stay together where they fit. */
    record Lines(List<String> lines, @Nullable Integer page) implements Block {
        public Lines {
            lines = lines.stream().map(Prose::visible).toList();
        }
    }
}
