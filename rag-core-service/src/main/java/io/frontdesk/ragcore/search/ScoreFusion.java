package io.frontdesk.ragcore.search;

import io.frontdesk.ragcore.index.Candidate;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Joins candidates found by meaning and by word: each list's scores are stretched to 0..1 and
 * summed by weight (Bruch et al., "An Analysis of Fusion Functions for Hybrid Retrieval", 2023).
 * Ranks alone would lose how far ahead the best is.
 */
final class ScoreFusion {
    static final float DENSE = 0.6f;

    private ScoreFusion() {}

    /** Best first, with scores of 0 to 1; ties are broken by id, so that the order is stable. */
    static List<Candidate> fuse(List<Candidate> dense, List<Candidate> lexical) {
        var scores = new HashMap<UUID, Float>();
        add(dense, DENSE, scores);
        add(lexical, 1 - DENSE, scores);
        return scores.entrySet().stream()
                .map(entry -> new Candidate(entry.getKey(), entry.getValue()))
                .sorted(
                        Comparator.comparingDouble(Candidate::score)
                                .reversed()
                                .thenComparing(Candidate::chunk))
                .toList();
    }

    private static void add(List<Candidate> found, float weight, Map<UUID, Float> scores) {
        var range = found.stream().mapToDouble(Candidate::score).summaryStatistics();
        var width = range.getMax() - range.getMin();
        for (var candidate : found) {
            // All alike, or only one: each is the best there is.
            var stretched = width > 0 ? (candidate.score() - range.getMin()) / width : 1;
            scores.merge(candidate.chunk(), (float) (weight * stretched), Float::sum);
        }
    }
}
