package io.frontdesk.ragknowledge.search;

import io.frontdesk.ragknowledge.core.CoreHit;
import io.frontdesk.ragknowledge.core.SearchMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Joins what two searches found. Scores of a hybrid search run from 0 to 1 within that search, so
 * that the best of poor hits looks like the best of good ones: each list is first lowered by how
 * far its best raw scores stay behind those of the other. Then what is not the tenant's own is put
 * back a little, so that at comparable scores the tenant's own words come first.
 */
final class MergedHits {

    /** Own words win over others' that score higher by up to so much. */
    static final double ADVANTAGE = 0.08;

    private static final double MEANING = 0.6;
    private static final double WIDTH = 0.15;

    private MergedHits() {}

    /** A hit with a score that can be compared over both lists. */
    record Ranked(CoreHit hit, Origin origin, double score) {}

    static List<Ranked> of(
            List<CoreHit> ofTenant, Set<UUID> packs, List<CoreHit> shared, SearchMode mode) {
        double here = mode == SearchMode.HYBRID ? behind(ofTenant, shared) : 0;
        double there = mode == SearchMode.HYBRID ? behind(shared, ofTenant) : 0;
        var all = new ArrayList<Ranked>();
        for (var hit : ofTenant) {
            var origin = packs.contains(hit.baseId()) ? Origin.PACK : Origin.OWN;
            all.add(ranked(hit, origin, hit.score() - here, mode));
        }
        for (var hit : shared) {
            all.add(ranked(hit, Origin.SHARED, hit.score() - there, mode));
        }
        // The sort is stable: hits of one list with the same score keep their order.
        all.sort(Comparator.comparingDouble(Ranked::score).reversed());
        return all;
    }

    private static Ranked ranked(CoreHit hit, Origin origin, double score, SearchMode mode) {
        double lowered = origin == Origin.OWN ? score : score - advantage(hit, mode);
        return new Ranked(hit, origin, Math.max(0, lowered));
    }

    /** Cosines lie close together, and scores of words have no upper end. */
    private static double advantage(CoreHit hit, SearchMode mode) {
        return switch (mode) {
            case HYBRID -> ADVANTAGE;
            case DENSE -> ADVANTAGE * WIDTH;
            case LEXICAL -> ADVANTAGE * hit.score();
        };
    }

    private static double behind(Collection<CoreHit> one, Collection<CoreHit> other) {
        double cosine = best(other, CoreHit::denseScore) - best(one, CoreHit::denseScore);
        double words = best(other, CoreHit::lexicalScore);
        double fewer = words - best(one, CoreHit::lexicalScore);
        return MEANING * Math.clamp(cosine / WIDTH, 0, 1)
                + (1 - MEANING) * (words <= 0 ? 0 : Math.clamp(fewer / words, 0, 1));
    }

    private static double best(
            Collection<CoreHit> hits, Function<CoreHit, @Nullable Double> score) {
        return hits.stream()
                .flatMap(hit -> Stream.ofNullable(score.apply(hit)))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
    }
}
