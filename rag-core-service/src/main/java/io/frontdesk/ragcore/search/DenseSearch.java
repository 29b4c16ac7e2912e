package io.frontdesk.ragcore.search;

import io.frontdesk.ragcore.chunk.StoredChunk;
import io.frontdesk.ragcore.embedding.EmbeddingModels;
import io.frontdesk.ragcore.index.Candidate;
import io.frontdesk.ragcore.index.ChunkIndex;
import io.frontdesk.ragcore.index.SearchScope;
import io.frontdesk.ragcore.index.Vectors;
import io.frontdesk.ragcore.modelchoice.ModelChoice;
import io.frontdesk.ragcore.modelchoice.ModelChoices;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds candidates by meaning: the question is embedded once by each model that the searched bases
 * use, and each base is searched by its own.
 */
@Component
class DenseSearch {
    private final ChunkIndex index;
    private final ModelChoices choices;
    private final EmbeddingModels models;
    private final TransactionTemplate transactions;

    DenseSearch(
            ChunkIndex index,
            ModelChoices choices,
            EmbeddingModels models,
            TransactionTemplate transactions) {
        this.index = index;
        this.choices = choices;
        this.models = models;
        this.transactions = transactions;
    }

    /**
     * What was found.
     *
     * @param candidates best first
     * @param questions the question's vectors by model
     * @param embedding how long it took to make those
     */
    record Found(List<Candidate> candidates, Map<String, float[]> questions, Duration embedding) {
        static final Found NONE = new Found(List.of(), Map.of(), Duration.ZERO);

        /** Between the question and a chunk; null where the chunk has no vector of its model. */
        @Nullable Float cosine(StoredChunk chunk) {
            var question = questions.get(chunk.model());
            return question == null ? null : Vectors.dot(question, chunk.embedding());
        }
    }

    Found find(String question, SearchScope scope, int limit) {
        var questions = new HashMap<String, float[]>();
        var groups = new ArrayList<List<Candidate>>();
        var scopes = groups(scope);
        var started = System.nanoTime();
        scopes.keySet().forEach(m -> questions.put(m, models.question(m, question).vector()));
        var embedding = Duration.ofNanos(System.nanoTime() - started);
        scopes.forEach((model, within) ->
                groups.add(
                        index.dense(
                                within,
                                model,
                                Objects.requireNonNull(questions.get(model)),
                                limit)));
        var merged = groups.size() == 1 ? groups.getFirst() : merged(groups, limit);
        return new Found(merged, questions, embedding);
    }

    private Map<String, SearchScope> groups(SearchScope scope) {
        var chosen = transactions.execute(_ -> choices.of(scope.bases()));
        if (chosen.isEmpty()) {
            return Map.of(EmbeddingModels.BUILT_IN, scope);
        }
        var bases =
                chosen.stream()
                        .collect(
                                Collectors.groupingBy(
                                        ModelChoice::model,
                                        Collectors.mapping(
                                                ModelChoice::baseId, Collectors.toSet())));
        if (bases.size() == 1) {
            return Map.of(bases.keySet().iterator().next(), scope);
        }
        return bases.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey, group -> within(scope, group.getValue())));
    }

    private static SearchScope within(SearchScope scope, Set<UUID> bases) {
        return new SearchScope(scope.tenant(), bases);
    }

    /**
     * Cosines of different models do not compare: one model's unrelated texts are nearer than
     * another's best. So each group's scores are moved and stretched to the mean and the deviation
     * of the largest group's.
     */
    static List<Candidate> merged(List<List<Candidate>> groups, int limit) {
        var measure =
                Spread.of(
                        groups.stream().max(Comparator.comparingInt(List::size)).orElse(List.of()));
        return groups.stream()
                .flatMap(group -> {
                    var own = Spread.of(group);
                    return group.stream()
                            .map(c -> new Candidate(c.chunk(), measure.like(own, c.score())));
                })
                .sorted(
                        Comparator.comparingDouble(Candidate::score)
                                .reversed()
                                .thenComparing(Candidate::chunk))
                .limit(limit)
                .toList();
    }

    /** How the scores of a group lie. */
    private record Spread(double mean, double deviation) {
        private static final double LEAST = 0.02;

        static Spread of(List<Candidate> group) {
            var mean = group.stream().mapToDouble(Candidate::score).average().orElse(0);
            var square =
                    group.stream()
                            .mapToDouble(c -> (c.score() - mean) * (c.score() - mean))
                            .average()
                            .orElse(0);
            return new Spread(mean, Math.max(LEAST, Math.sqrt(square)));
        }

        float like(Spread other, float score) {
            return (float) (mean + (score - other.mean) / other.deviation * deviation);
        }
    }
}
