package io.frontdesk.ragcore.recall;

import io.frontdesk.ragcore.index.Candidate;
import io.frontdesk.ragcore.index.Vectors;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.UUID;

/**
 * One question: what the index proposed for it, against all rows. Of chunks that are equally near,
 * any will do; chunks whose rows are not among those read (new or gone meanwhile) do not count.
 */
final class Comparison {
    static final int NEAREST = 10;

    private static final float ROUNDING = 1e-4f;

    private final float[] question;
    private final List<UUID> proposed;
    private final Map<UUID, Float> cosines = new HashMap<>();
    private final PriorityQueue<Float> nearest = new PriorityQueue<>();

    Comparison(float[] question, List<Candidate> proposed) {
        this.question = question;
        this.proposed = proposed.stream().map(Candidate::chunk).toList();
        this.proposed.forEach(chunk -> cosines.put(chunk, Float.NaN));
    }

    void read(UUID chunk, float[] vector) {
        if (vector.length != question.length) {
            return;
        }
        var length = (float) Math.sqrt(Vectors.dot(vector, vector));
        var cosine = length > 0 ? Vectors.dot(question, vector) / length : -1;
        cosines.computeIfPresent(chunk, (key, unknown) -> cosine);
        nearest.add(cosine);
        if (nearest.size() > NEAREST) {
            nearest.remove();
        }
    }

    /** The share of the nearest that was proposed first, 0 to 1. */
    double recall() {
        if (nearest.isEmpty()) {
            return 1;
        }
        var least = nearest.element() - ROUNDING;
        var found =
                proposed.stream()
                        .map(chunk -> Objects.requireNonNull(cosines.get(chunk)))
                        .filter(cosine -> !cosine.isNaN())
                        .limit(NEAREST)
                        .filter(cosine -> cosine >= least)
                        .count();
        return Math.min(1, (double) found / nearest.size());
    }
}
