package io.frontdesk.ragcore.search;

import io.frontdesk.ragcore.index.Candidate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Joins candidates found by meaning and by word: a weighted sum of normalised scores (Bruch et al.,
 * "An Analysis of Fusion Functions for Hybrid Retrieval", 2023). Ranks alone would lose how far
 * ahead the best is.
 *
 * <p>Cosines are measured from the best one in units of a fixed width, not stretched from best to
 * last: then one point of cosine means the same for every question, also where all texts are nearly
 * alike and the one exact word must decide. BM25 has no such unit and is measured by its best.
 */
final class ScoreFusion {
    /**
     * The weight of meaning where nobody sets one; docs/decisions/0011 tells on which collections
     * it was chosen, and on which others it was ahead of both parts.
     */
    static final double DENSE = 0.8;

    // Further below the best than this, a text is not about the question at all.
    private static final double WIDTH = 0.3;

    private ScoreFusion() {}

    /**
     * Best first, with scores of 0 to 1; ties are broken by id, so that the order is stable.
     *
     * @param dense cosines of all candidates that have one
     * @param lexical BM25 scores; whoever is missing shares no word with the question, or comes
     *     after the last where so many were found as were asked for
     * @param limit how many were asked for by word
     * @param weight of meaning, 0 to 1; the rest is that of words
     */
    static List<Candidate> fuse(
            List<Candidate> dense, List<Candidate> lexical, int limit, double weight) {
        var meaning = scores(dense);
        var words = scores(lexical);
        double nearest = best(dense);
        double mostWords = best(lexical);
        double unlisted = lexical.size() < limit ? 0 : lexical.getLast().score();
        return Stream.concat(dense.stream(), lexical.stream())
                .map(Candidate::chunk)
                .distinct()
                .map(chunk -> {
                    var cosine = meaning.get(chunk);
                    double near = cosine == null ? 0 : Math.max(0, 1 - (nearest - cosine) / WIDTH);
                    double shared =
                            mostWords > 0
                                    ? words.getOrDefault(chunk, (float) unlisted) / mostWords
                                    : 0;
                    return new Candidate(chunk, (float) (weight * near + (1 - weight) * shared));
                })
                .sorted(
                        Comparator.comparingDouble(Candidate::score)
                                .reversed()
                                .thenComparing(Candidate::chunk))
                .toList();
    }

    private static Map<UUID, Float> scores(List<Candidate> found) {
        return found.stream()
                .collect(Collectors.toMap(Candidate::chunk, Candidate::score, Math::max));
    }

    private static double best(List<Candidate> found) {
        return found.stream().mapToDouble(Candidate::score).max().orElse(0);
    }
}
