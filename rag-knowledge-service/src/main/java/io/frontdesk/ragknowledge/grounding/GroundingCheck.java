package io.frontdesk.ragknowledge.grounding;

import io.frontdesk.ragknowledge.chunking.Sentences;
import io.frontdesk.ragknowledge.evidence.Embedder;
import io.frontdesk.ragknowledge.fact.Fact;
import io.frontdesk.ragknowledge.figure.Figures;
import io.frontdesk.ragknowledge.screening.Instructions;
import io.frontdesk.ragknowledge.screening.Markup;
import io.frontdesk.ragknowledge.search.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Lets through the sentences whose support can be shown. Each condition is necessary and none is
 * trusted alone; whoever calls must treat an exception as a refusal.
 */
@Component
public class GroundingCheck {

    /** How near a sentence and its quote have to be in meaning. */
    private static final double NEAR = 0.7;

    private final Embedder embedder;

    public GroundingCheck(Embedder embedder) {
        this.embedder = embedder;
    }

    /**
     * The sentences that are supported, in their order.
     *
     * @param facts that the business stands by
     * @param doubtful documents whose figures are not to be repeated
     */
    public List<Grounded> supported(
            String question, List<Claim> claims, List<Fact> facts, Set<UUID> doubtful) {
        var known = new KnownFacts(facts, question);
        var grounded = new ArrayList<Grounded>();
        for (var claim : claims) {
            var passage = claim.passage();
            Quotes.whole(claim.quote(), passage.text())
                    .filter(quote -> isClean(claim.text(), quote))
                    .filter(quote -> isBorneOut(claim.text(), quote, passage, known))
                    .filter(_ -> isCredible(claim.text(), passage, known, doubtful))
                    .ifPresent(quote -> grounded.add(new Grounded(claim.text(), passage, quote)));
        }
        return near(grounded);
    }

    /** Nothing that gives orders, and nothing that is loaded or clicked. */
    private static boolean isClean(String sentence, String quote) {
        boolean orders =
                Instructions.giveOrders(quote)
                        || Sentences.of(quote).stream()
                                .anyMatch(span -> Instructions.areSuspectedIn(span.of(quote)))
                        || Sentences.of(sentence).stream()
                                .anyMatch(span -> Instructions.areSuspectedIn(span.of(sentence)));
        boolean markup =
                Markup.isActiveIn(quote)
                        || (!Support.isLiteral(sentence, quote) && Markup.isIn(sentence));
        return !orders && !markup;
    }

    private static boolean isBorneOut(
            String sentence, String quote, Passage passage, KnownFacts known) {
        if (Support.isLiteral(sentence, quote)) {
            return true;
        }
        var allowed = new ArrayList<>(Figures.of(quote));
        allowed.addAll(known.statedIn(sentence));
        return Support.containsAll(allowed, Figures.of(sentence))
                && Support.isGiven(sentence, quote, around(passage));
    }

    private static boolean isCredible(
            String sentence, Passage passage, KnownFacts known, Set<UUID> doubtful) {
        return !known.contradict(sentence, around(passage))
                && (!doubtful.contains(passage.documentId()) || Figures.of(sentence).isEmpty());
    }

    private static String around(Passage passage) {
        return passage.title() + " " + String.join(" ", passage.headings());
    }

    /** A literal sentence is its quote; of the others, the model of meaning is asked as well. */
    private List<Grounded> near(List<Grounded> grounded) {
        var worded =
                grounded.stream().filter(g -> !Support.isLiteral(g.text(), g.quote())).toList();
        if (worded.isEmpty()) {
            return grounded;
        }
        var texts = new ArrayList<String>();
        worded.forEach(g -> texts.addAll(List.of(g.text(), g.quote())));
        var vectors = embedder.sentences(texts);
        var far = new ArrayList<Grounded>();
        for (int i = 0; i < worded.size(); i++) {
            if (!(vectors.get(2 * i).cosine(vectors.get(2 * i + 1)) >= NEAR)) {
                far.add(worded.get(i));
            }
        }
        return grounded.stream().filter(g -> !far.contains(g)).toList();
    }
}
