package io.frontdesk.ragknowledge.evidence;

import io.frontdesk.ragknowledge.chunking.Sentences.Span;
import io.frontdesk.ragknowledge.search.Passage;

/** A sentence, list item or announced list of a passage that may be the answer. */
public record Candidate(Passage passage, int rank, Span span) {

    public String text() {
        return span.of(passage.text());
    }

    /** The sentence with the heading it stands under, which often holds half of its meaning. */
    String inContext() {
        var headings = passage.headings();
        var heading = headings.isEmpty() ? passage.title() : headings.getLast();
        return heading + ": " + text();
    }

    String surroundings() {
        return passage.title() + " " + String.join(" ", passage.headings());
    }
}
