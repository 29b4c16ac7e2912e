package io.frontdesk.ragknowledge.unanswered;

import io.frontdesk.ragknowledge.content.Prose;
import io.frontdesk.ragknowledge.search.Passage;
import io.frontdesk.ragknowledge.unanswered.UnansweredQuestion.Close;
import io.frontdesk.ragknowledge.wording.Masking;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The questions of the tenant at hand that found no answer. */
@Component
public class UnansweredQuestions {

    private static final int LONGEST = 500;
    private static final int EXCERPT = 300;
    private static final int CLOSEST = 5;

    private static final Logger log = LoggerFactory.getLogger(UnansweredQuestions.class);

    private final UnansweredRows rows;

    UnansweredQuestions(UnansweredRows rows) {
        this.rows = rows;
    }

    /**
     * Keeps a question, or counts it once more if it was asked before. It never fails: that a
     * question could not be kept must not take the answer from who asks.
     *
     * @param closest the passages that came nearest, best first
     * @param reason why it was refused, in one word
     */
    public void add(String question, List<UUID> baseIds, List<Passage> closest, String reason) {
        try {
            var text = cut(Masking.masked(Prose.line(question)), LONGEST);
            if (!text.isEmpty()) {
                var close =
                        closest.stream().limit(CLOSEST).map(UnansweredQuestions::close).toList();
                rows.count(text, baseIds, close, reason);
            }
        } catch (RuntimeException lost) {
            log.error("An unanswered question could not be kept", lost);
        }
    }

    private static Close close(Passage passage) {
        return new Close(
                passage.chunkId(),
                passage.documentId(),
                passage.title(),
                passage.heading(),
                cut(Prose.line(passage.text()), EXCERPT),
                passage.score());
    }

    /** At most so long, and never half of a character. */
    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end);
    }
}
