package io.frontdesk.ragcore.search;

import io.frontdesk.ragcore.index.Candidate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One list's scores, stretched to 0..1.
 *
 * @param unlisted the score of what is not in the list: at most that of its last, where the list
 *     was cut off; nothing, where it holds all there is
 */
record StretchedScores(Map<UUID, Float> scores, float unlisted) {
    /**
     * Stretches a list.
     *
     * @param found best first
     * @param leastWidth the distance of scores that is stretched to 1 at least
     * @param limit how many were asked for
     */
    static StretchedScores of(List<Candidate> found, float leastWidth, int limit) {
        var scores = new HashMap<UUID, Float>();
        if (found.isEmpty()) {
            return new StretchedScores(scores, 0);
        }
        var best = found.getFirst().score();
        var last = found.getLast().score();
        var width = Math.max(best - last, leastWidth);
        for (var candidate : found) {
            scores.put(candidate.chunk(), width > 0 ? 1 - (best - candidate.score()) / width : 1);
        }
        var lowest = width > 0 ? 1 - (best - last) / width : 1;
        return new StretchedScores(scores, found.size() < limit ? 0 : lowest);
    }

    float of(UUID chunk) {
        return scores.getOrDefault(chunk, unlisted);
    }
}
