package io.frontdesk.ragknowledge.answering;

import io.frontdesk.ragknowledge.core.RagCore;
import io.frontdesk.ragknowledge.core.SearchMode;
import io.frontdesk.ragknowledge.fact.Facts;
import io.frontdesk.ragknowledge.override.Overrides;
import io.frontdesk.ragknowledge.policy.Policies;
import io.frontdesk.ragknowledge.policy.Policy;
import io.frontdesk.ragknowledge.screening.BlockedTopics;
import io.frontdesk.ragknowledge.search.Passage;
import io.frontdesk.ragknowledge.search.PassageSearch;
import io.frontdesk.ragknowledge.unanswered.UnansweredQuestions;
import io.frontdesk.ragknowledge.usage.Quotas;
import io.frontdesk.starter.tenancy.Tenancy;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
    private final RagCore core;
    private final Overrides overrides;
    private final PassageSearch search;
    private final AnswerFromPassages answerFromPassages;
    private final Facts facts;
    private final UnansweredQuestions unanswered;
    private final Tenancy tenancy;

    AnswerQuestion(
            Quotas quotas,
            Policies policies,
            RagCore core,
            Overrides overrides,
            PassageSearch search,
            AnswerFromPassages answerFromPassages,
            Facts facts,
            UnansweredQuestions unanswered,
            Tenancy tenancy) {
        this.quotas = quotas;
        this.policies = policies;
        this.core = core;
        this.overrides = overrides;
        this.search = search;
        this.answerFromPassages = answerFromPassages;
        this.facts = facts;
        this.unanswered = unanswered;
        this.tenancy = tenancy;
    }

    /** Answers or abstains; an abstention is kept, so that someone can write the answer. */
    public Answer answer(Question question) {
        var tenant = tenancy.require();
        if (question.recorded()) {
            quotas.takeQuestion();
        }
        var policy = policies.current();
        var asked = question.text().strip();
        var refused = refusedByPolicy(asked, policy);
        if (refused != null) {
            return recorded(question, List.of(), refused);
        }
        var curated = overrides.match(asked, question.baseIds());
        if (curated.isPresent()) {
            return recorded(question, List.of(), CuratedReply.of(curated.get()));
        }
        var found = search.search(asked, question.baseIds(), LOOKED_AT, SearchMode.HYBRID);
        var answer =
                answerFromPassages.answer(
                        question, tenant.toString(), policy, found, facts::current);
        return recorded(question, found, answer);
    }

    private @Nullable Answer refusedByPolicy(String asked, Policy policy) {
        var standard = policy.persona().refusal();
        var topic = BlockedTopics.in(asked, policy.blockedTopics());
        if (topic.isPresent()) {
            var reply = topic.get().reply();
            return Answer.refusal(reply == null ? standard : reply, 0, "blocked-topic");
        }
        return speaksAnother(asked, policy.languages())
                ? Answer.refusal(standard, 0, "language")
                : null;
    }

    /** A question too short to tell is not refused for its language. */
    private boolean speaksAnother(String asked, List<String> languages) {
        if (languages.isEmpty()) {
            return false;
        }
        var language = core.language(asked);
        return !language.equals("und") && !languages.contains(language);
    }

    private Answer recorded(Question question, List<Passage> closest, Answer answer) {
        if (answer.abstained() && question.recorded()) {
            unanswered.add(
                    question.text().strip(),
                    question.baseIds(),
                    closest.subList(0, Math.min(KEPT, closest.size())),
                    String.valueOf(answer.reason()));
        }
        return answer;
    }
}
