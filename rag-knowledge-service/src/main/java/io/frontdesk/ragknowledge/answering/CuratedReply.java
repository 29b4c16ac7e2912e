package io.frontdesk.ragknowledge.answering;

import io.frontdesk.ragknowledge.answering.Answer.Citation;
import io.frontdesk.ragknowledge.chunking.Sentences;
import io.frontdesk.ragknowledge.override.CuratedAnswer;
import io.frontdesk.ragknowledge.screening.Markup;
import java.util.ArrayList;

/** An answer that a person wrote, cited as itself. */
final class CuratedReply {

    private static final String TITLE = "Curated answer";

    private CuratedReply() {}

    /** Every sentence is a citation; an image or a script does not pass here either. */
    static Answer of(CuratedAnswer curated) {
        var text = curated.answer().strip();
        if (Markup.isActiveIn(text)) {
            return Answer.refusal(null, 0, "unsupported");
        }
        var citations = new ArrayList<Citation>();
        for (var span : Sentences.of(text)) {
            citations.add(
                    new Citation(
                            curated.id(),
                            TITLE,
                            curated.id(),
                            "",
                            null,
                            span.of(text),
                            span.start(),
                            span.end()));
        }
        return new Answer(text, false, citations, 1, null, curated.id());
    }
}
