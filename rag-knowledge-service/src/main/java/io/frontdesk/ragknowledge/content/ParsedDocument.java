package io.frontdesk.ragknowledge.content;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was read from a file; the title is the document's own, null where it names none. */
public record ParsedDocument(@Nullable String title, List<Block> blocks) {
    public ParsedDocument {
        blocks = List.copyOf(blocks);
    }

    /** Whether there is a single letter or digit to search for. */
    public boolean hasText() {
        return blocks.stream()
                .anyMatch(block ->
                        switch (block) {
                            case Block.Heading heading -> Prose.hasWords(heading.text());
                            case Block.Paragraph paragraph -> Prose.hasWords(paragraph.text());
                            case Block.Lines lines ->
                                    lines.lines().stream().anyMatch(Prose::hasWords);
                        });
    }
}
