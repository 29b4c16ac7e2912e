package io.frontdesk.ragcore.search;

import io.frontdesk.ragcore.index.Candidate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Joins candidates found by meaning and by word: each list's scores are stretched to 0..1 and
 * summed by weight (Bruch et al., "An Analysis of Fusion Functions for Hybrid Retrieval", 2023).
 * Ranks alone would lose how far ahead the best is.
 *
 * <p>A list whose scores lie close together says little about their order, so that it is not
 * stretched beyond a least width: among texts that are nearly alike in meaning, the one exact word
 * decides.
 */
final class ScoreFusion {
    static final float DENSE = 0.6f;

    private static final float LEAST_COSINES = 0.15f;
    private static final float LEAST_OF_BEST_WORDS = 0.3f;

    private ScoreFusion() {}

    /**
     * Best first, with scores of 0 to 1; ties are broken by id, so that the order is stable.
     *
     * @param limit how many candidates were asked for: a list of so many goes on beyond its end
     */
    static List<Candidate> fuse(List<Candidate> dense, List<Candidate> lexical, int limit) {
        var meaning = StretchedScores.of(dense, LEAST_COSINES, limit);
        var words = StretchedScores.of(lexical, LEAST_OF_BEST_WORDS * best(lexical), limit);
        return Stream.concat(dense.stream(), lexical.stream())
                .map(Candidate::chunk)
                .distinct()
                .map(chunk ->
                        new Candidate(
                                chunk, DENSE * meaning.of(chunk) + (1 - DENSE) * words.of(chunk)))
                .sorted(
                        Comparator.comparingDouble(Candidate::score)
                                .reversed()
                                .thenComparing(Candidate::chunk))
                .toList();
    }

    private static float best(List<Candidate> found) {
        return found.isEmpty() ? 0 : found.getFirst().score();
    }
}
