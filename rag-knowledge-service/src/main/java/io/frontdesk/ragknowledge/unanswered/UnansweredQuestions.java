package io.frontdesk.ragknowledge.unanswered;

import io.frontdesk.ragknowledge.search.Passage;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The questions of the tenant at hand that found no answer. */
@Component
public class UnansweredQuestions {

    /**
     * Keeps a question, or counts it once more if it was asked before.
     *
     * @param closest the passages that came nearest, best first
     * @param reason why it was refused, in one word
     */
    public void add(String question, List<UUID> baseIds, List<Passage> closest, String reason) {}
}
