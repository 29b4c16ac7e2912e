package io.frontdesk.ragknowledge.answering;

import io.frontdesk.ragknowledge.core.SearchMode;
import io.frontdesk.ragknowledge.evidence.Scoring;
import io.frontdesk.ragknowledge.search.PassageSearch;
import org.springframework.stereotype.Service;

/** Answers from the tenant's documents without a language model: it quotes or it abstains. */
@Service
public class AnswerQuestion {

    /** Passages that tell which words are rare. */
    static final int LOOKED_AT = 30;

    /** Passages that may be quoted. */
    static final int QUOTED = 8;

    private final PassageSearch search;
    private final Scoring scoring;

    AnswerQuestion(PassageSearch search, Scoring scoring) {
        this.search = search;
        this.scoring = scoring;
    }

    /** Answers or abstains. */
    public Answer answer(Question question) {
        var asked = question.text().strip();
        var passages = search.search(asked, question.baseIds(), LOOKED_AT, SearchMode.HYBRID);
        return passages.isEmpty()
                ? Answer.none(0)
                : Composition.of(scoring.score(asked, passages, QUOTED));
    }
}
