package io.frontdesk.ragknowledge.override;

import io.frontdesk.ragknowledge.core.RagCore;
import io.frontdesk.ragknowledge.core.Vector;
import io.frontdesk.ragknowledge.override.Phrasings.Phrasing;
import io.frontdesk.ragknowledge.wording.Asked;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The curated answers of the tenant at hand. A question matches by its text, else by its words and
 * its meaning both; where the meaning cannot be compared, by its text alone.
 */
@Component
public class Overrides {

    /**
     * How near in meaning two questions must be that agree in their words. By bge-small-en-v1.5
     * paraphrases of that kind lie at 0.84 to 0.98; questions about different days or things reach
     * 0.92 too, so that it is the words that tell those apart, and this catches homonyms.
     */
    static final double SAME = 0.80;

    /** One call embeds the question and so many phrasings that have no vector yet. */
    private static final int AT_ONCE = RagCore.BATCH - 1;

    private static final Logger log = LoggerFactory.getLogger(Overrides.class);

    private final Phrasings phrasings;
    private final RagCore core;

    Overrides(Phrasings phrasings, RagCore core) {
        this.phrasings = phrasings;
        this.core = core;
    }

    /**
     * The curated answer to a question that means the same, whose hit is counted.
     *
     * @param baseIds where the question is asked; empty for everywhere. An override that names a
     *     base holds only there
     */
    public Optional<CuratedAnswer> match(String question, List<UUID> baseIds) {
        var found = find(question, baseIds);
        found.ifPresent(answer -> phrasings.hit(answer.id()));
        return found;
    }

    /** As {@link #match}, without counting the hit. */
    public Optional<CuratedAnswer> find(String question, List<UUID> baseIds) {
        var asked = Asked.of(question);
        return phrasings
                .exact(asked.form(), baseIds)
                .or(() -> nearest(question, phrasings.similar(asked, baseIds)))
                .map(Phrasing::answer);
    }

    private Optional<Phrasing> nearest(String question, List<Phrasing> candidates) {
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        try {
            return compared(question, candidates);
        } catch (RuntimeException unavailable) {
            log.warn("Overrides are matched by their text alone: {}", unavailable.toString());
            return Optional.empty();
        }
    }

    private Optional<Phrasing> compared(String question, List<Phrasing> candidates) {
        var unknown =
                candidates.stream().filter(each -> vector(each) == null).limit(AT_ONCE).toList();
        var texts = new ArrayList<>(List.of(question));
        unknown.forEach(each -> texts.add(each.text()));
        var vectors = core.embedPassages(texts);
        for (int i = 0; i < unknown.size(); i++) {
            phrasings.keep(unknown.get(i), RagCore.PASSAGES, vectors.get(i + 1));
        }
        Optional<Phrasing> best = Optional.empty();
        double nearest = SAME;
        for (var each : candidates) {
            int fresh = unknown.indexOf(each);
            var vector = fresh >= 0 ? vectors.get(fresh + 1) : vector(each);
            double cosine = vector == null ? 0 : vectors.getFirst().cosine(vector);
            if (cosine >= nearest && (best.isEmpty() || cosine > nearest)) {
                nearest = cosine;
                best = Optional.of(each);
            }
        }
        return best;
    }

    /** A vector of another model cannot be compared. */
    private static @Nullable Vector vector(Phrasing phrasing) {
        return RagCore.PASSAGES.equals(phrasing.model()) ? phrasing.vector() : null;
    }
}
