package io.frontdesk.ragknowledge.answering;

import io.frontdesk.ragknowledge.core.SearchMode;
import io.frontdesk.ragknowledge.fact.Facts;
import io.frontdesk.ragknowledge.override.CuratedAnswer;
import io.frontdesk.ragknowledge.override.Overrides;
import io.frontdesk.ragknowledge.policy.Policies;
import io.frontdesk.ragknowledge.refusal.Refusals;
import io.frontdesk.ragknowledge.search.Passage;
import io.frontdesk.ragknowledge.search.PassageSearch;
import io.frontdesk.ragknowledge.statistics.AnswerCounts;
import io.frontdesk.ragknowledge.unanswered.UnansweredQuestions;
import io.frontdesk.ragknowledge.usage.Quotas;
import io.frontdesk.starter.tenancy.Tenancy;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Answers from what the tenant has curated or uploaded, or abstains. */
@Service
public class AnswerQuestion {

    /** Passages that tell which words are rare. */
    static final int LOOKED_AT = 30;

    /** Passages kept with a question that found no answer. */
    private static final int KEPT = 5;

    private final Quotas quotas;
    private final Policies policies;
    private final Refusals refusals;
    private final Overrides overrides;
    private final PassageSearch search;
    private final AnswerFromPassages answerFromPassages;
    private final Facts facts;
    private final UnansweredQuestions unanswered;
    private final AnswerCounts counts;
    private final Tenancy tenancy;

    AnswerQuestion(
            Quotas quotas,
            Policies policies,
            Refusals refusals,
            Overrides overrides,
            PassageSearch search,
            AnswerFromPassages answerFromPassages,
            Facts facts,
            UnansweredQuestions unanswered,
            AnswerCounts counts,
            Tenancy tenancy) {
        this.quotas = quotas;
        this.policies = policies;
        this.refusals = refusals;
        this.overrides = overrides;
        this.search = search;
        this.answerFromPassages = answerFromPassages;
        this.facts = facts;
        this.unanswered = unanswered;
        this.counts = counts;
        this.tenancy = tenancy;
    }

    /** Answers or abstains; an abstention is kept, so that someone can write the answer. */
    public Answer answer(Question question) {
        var tenant = tenancy.require();
        if (question.recorded()) {
            quotas.takeQuestion();
        }
        var settled = beforehand(question);
        if (settled.isPresent()) {
            return recorded(question, List.of(), settled.get());
        }
        var policy = policies.current();
        var found =
                search.search(
                        question.text().strip(), question.baseIds(), LOOKED_AT, SearchMode.HYBRID);
        var answer =
                answerFromPassages.answer(
                        question, tenant.toString(), policy, found, facts::current);
        return recorded(question, found, answer);
    }

    /** What is said before any document is looked at: a refusal, or what a person wrote. */
    public Optional<Answer> beforehand(Question question) {
        var asked = question.text().strip();
        return refusals.of(asked)
                .map(refused -> Answer.refusal(refused.words(), 0, refused.reason()))
                .or(() -> curated(question, asked).map(CuratedReply::of));
    }

    private Optional<CuratedAnswer> curated(Question question, String asked) {
        return question.recorded()
                ? overrides.match(asked, question.baseIds())
                : overrides.find(asked, question.baseIds());
    }

    private Answer recorded(Question question, List<Passage> closest, Answer answer) {
        if (!question.recorded()) {
            return answer;
        }
        counts.add(answer.abstained(), answer.overrideId() != null);
        if (answer.abstained()) {
            unanswered.add(
                    question.text().strip(),
                    question.baseIds(),
                    closest.subList(0, Math.min(KEPT, closest.size())),
                    String.valueOf(answer.reason()));
        }
        return answer;
    }
}
