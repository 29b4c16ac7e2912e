package io.frontdesk.ragcore.index;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every chunk index must find of what an exact search finds, also where it walks its graph.
 * The vectors lie in clusters, as texts do. One tenant's bases are drawn from all clusters; each of
 * the other's is one cluster, so that what is near a question may be all of a scope or none.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class RecallContract {
    private static final UUID MIXED = new UUID(1, 11);
    private static final UUID SORTED = new UUID(1, 12);
    private static final int SIZE = 5_000;
    private static final int CLUSTERS = 100;
    private static final int DIMENSION = 384;
    private static final int QUESTIONS = 25;
    private static final int NEAREST = 10;

    private final Random random = new Random(11);
    private final List<ChunkChange> chunks = new ArrayList<>();
    private final List<float[]> centres = new ArrayList<>();

    /** One that compares nothing one by one, however small a scope is. */
    protected abstract ChunkIndex walking();

    protected final void fill() {
        IntStream.range(0, CLUSTERS).forEach(i -> centres.add(around(new float[DIMENSION], 1)));
        for (var i = 0; i < SIZE; i++) {
            chunks.add(chunk(i, MIXED, i % CLUSTERS, random.nextInt(CLUSTERS)));
            var cluster = random.nextInt(CLUSTERS);
            chunks.add(chunk(SIZE + i, SORTED, cluster, cluster));
        }
        walking().clear("recall");
        for (var from = 0; from < chunks.size(); from += 250) {
            walking().apply(chunks.subList(from, Math.min(chunks.size(), from + 250)), from + 1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 100})
    void findsTheNearestOfAnyShareOfTheChunks(int percent) {
        var bases = IntStream.range(0, percent).mapToObj(RecallContract::base);
        var scope = new SearchScope(MIXED, bases.collect(Collectors.toSet()));

        assertThat(recall(scope, () -> random.nextInt(CLUSTERS))).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void findsTheNearestInATenant() {
        assertThat(recall(new SearchScope(SORTED, null), () -> random.nextInt(CLUSTERS)))
                .isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void findsTheNearestWhereAllThatIsNearIsInTheScope() {
        assertThat(recall(new SearchScope(SORTED, Set.of(base(3))), () -> 3))
                .isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void findsTheNearestWhereAllThatIsNearIsOutsideOfTheScope() {
        assertThat(recall(new SearchScope(SORTED, Set.of(base(3), base(4))), () -> 60))
                .isGreaterThanOrEqualTo(0.95);
    }

    private double recall(SearchScope scope, IntSupplier cluster) {
        var found = 0.0;
        for (var i = 0; i < QUESTIONS; i++) {
            var question = around(centres.get(cluster.getAsInt()), 0.8f);
            var exact = exact(scope, question);
            // A short list too: the index may not need a long one to find what is near.
            walking().dense(scope, "test", question, NEAREST).stream()
                    .map(Candidate::chunk)
                    .forEach(exact::remove);
            found += NEAREST - exact.size();
        }
        return found / QUESTIONS / NEAREST;
    }

    private Set<UUID> exact(SearchScope scope, float[] question) {
        return chunks.stream()
                .filter(chunk -> chunk.tenant().equals(scope.tenant()))
                .filter(chunk -> scope.bases() == null || scope.bases().contains(base(chunk)))
                .sorted(Comparator.comparingDouble(chunk -> -Vectors.dot(question, vector(chunk))))
                .limit(NEAREST)
                .map(ChunkChange::chunk)
                .collect(Collectors.toSet());
    }

    private ChunkChange chunk(int number, UUID tenant, int base, int cluster) {
        var vector = around(centres.get(cluster), 0.8f);
        var content =
                new ChunkChange.Content(
                        base(base), "", List.of(), "", "en", Map.of("test", vector));
        return new ChunkChange(new UUID(3, number), tenant, 1, content);
    }

    private static UUID base(ChunkChange chunk) {
        return requireNonNull(chunk.content()).base();
    }

    private static float[] vector(ChunkChange chunk) {
        return requireNonNull(requireNonNull(chunk.content()).embeddings().get("test"));
    }

    private static UUID base(int number) {
        return new UUID(2, number);
    }

    /** A unit vector whose distance from the centre is a share of that of a random one. */
    private float[] around(float[] centre, float distance) {
        var vector = new float[DIMENSION];
        for (var i = 0; i < DIMENSION; i++) {
            vector[i] =
                    centre[i] + distance * (float) (random.nextGaussian() / Math.sqrt(DIMENSION));
        }
        var length = (float) Math.sqrt(Vectors.dot(vector, vector));
        for (var i = 0; i < DIMENSION; i++) {
            vector[i] /= length;
        }
        return vector;
    }
}
