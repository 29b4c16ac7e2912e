package io.frontdesk.ragknowledge.answering;

import io.frontdesk.ragknowledge.evidence.Scored;
import io.frontdesk.ragknowledge.evidence.Scoring;
import io.frontdesk.ragknowledge.fact.Fact;
import io.frontdesk.ragknowledge.generation.Brief;
import io.frontdesk.ragknowledge.generation.Drafting;
import io.frontdesk.ragknowledge.grounding.Claim;
import io.frontdesk.ragknowledge.grounding.Grounded;
import io.frontdesk.ragknowledge.grounding.GroundingCheck;
import io.frontdesk.ragknowledge.policy.Policy;
import io.frontdesk.ragknowledge.screening.Instructions;
import io.frontdesk.ragknowledge.screening.Markup;
import io.frontdesk.ragknowledge.screening.Screen;
import io.frontdesk.ragknowledge.search.Origin;
import io.frontdesk.ragknowledge.search.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Answers from passages found: quoted or worded by a model, every sentence checked. */
@Component
class AnswerFromPassages {

    private static final Logger log = LoggerFactory.getLogger(AnswerFromPassages.class);

    private final Scoring scoring;
    private final Drafting drafting;
    private final GroundingCheck check;

    AnswerFromPassages(Scoring scoring, Drafting drafting, GroundingCheck check) {
        this.scoring = scoring;
        this.drafting = drafting;
        this.check = check;
    }

    /**
     * Answers or abstains.
     *
     * @param payer the tenant, for a language model
     * @param facts read only when there is something to check
     */
    Answer answer(
            Question question,
            String payer,
            Policy policy,
            List<Passage> found,
            Supplier<List<Fact>> facts) {
        var refusal = policy.persona().refusal();
        var asked = question.text().strip();
        var screen = Screen.of(found, policy.retrieval().passages());
        double enough = policy.answering().minimumConfidence();
        var scored = ownFirst(scored(asked, found, screen.trusted()), enough);
        double confidence = Composition.confidence(scored);
        if (scored.isEmpty() || confidence < enough) {
            return Answer.refusal(refusal, confidence, "no-support");
        }
        var claims =
                policy.answering().generate()
                        ? drafting.draft(
                                        payer,
                                        brief(question, policy, behind(scored, screen.trusted())))
                                .orElseGet(() -> quoted(scored, enough))
                        : quoted(scored, enough);
        if (claims.isEmpty()) {
            return Answer.refusal(refusal, confidence, "no-support");
        }
        List<Grounded> grounded;
        try {
            grounded = check.supported(asked, claims, facts.get(), screen.doubtful());
        } catch (RuntimeException failed) {
            log.warn("An answer could not be checked and is withheld", failed);
            return Answer.refusal(refusal, confidence, "check-failed");
        }
        return grounded.isEmpty()
                ? Answer.refusal(refusal, confidence, "unsupported")
                : Composition.of(grounded, confidence);
    }

    /** Passages that may not be quoted still tell how rare words are. */
    private List<Scored> scored(String asked, List<Passage> found, List<Passage> trusted) {
        var others = new ArrayList<>(found);
        others.removeAll(trusted);
        var all = Stream.concat(trusted.stream(), others.stream()).toList();
        return scoring.score(asked, all, trusted.size()).stream()
                .filter(each -> isQuotable(each.candidate().text()))
                .toList();
    }

    /**
     * Where the tenant's own words answer, those of a pack or of the platform are not put beside.
     */
    private static List<Scored> ownFirst(List<Scored> scored, double enough) {
        var own =
                scored.stream()
                        .filter(each -> each.candidate().passage().origin() == Origin.OWN)
                        .toList();
        return Composition.confidence(own) >= enough ? own : scored;
    }

    /** A model gets no passage beside those that may answer. */
    private static List<Passage> behind(List<Scored> scored, List<Passage> trusted) {
        boolean own = scored.stream().allMatch(s -> s.candidate().passage().origin() == Origin.OWN);
        return own ? trusted.stream().filter(p -> p.origin() == Origin.OWN).toList() : trusted;
    }

    private static boolean isQuotable(String text) {
        return !Instructions.areSuspectedIn(text) && !Markup.isActiveIn(text);
    }

    private static List<Claim> quoted(List<Scored> scored, double enough) {
        return Composition.chosen(scored, enough).stream()
                .map(chosen -> new Claim(chosen.text(), chosen.passage(), chosen.text()))
                .toList();
    }

    private static Brief brief(Question question, Policy policy, List<Passage> passages) {
        var manner =
                Stream.of(
                                policy.persona().name(),
                                policy.persona().instructions(),
                                question.instructions())
                        .filter(Objects::nonNull)
                        .filter(part -> !part.isBlank())
                        .collect(Collectors.joining("\n"));
        return new Brief(
                question.text(),
                manner,
                passages,
                policy.models().generation(),
                question.agentId(),
                UUID.randomUUID().toString().replace("-", ""));
    }
}
