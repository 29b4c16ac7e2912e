package io.frontdesk.ragcore.pgvector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.frontdesk.ragcore.index.Candidate;
import io.frontdesk.ragcore.index.ChunkChange;
import io.frontdesk.ragcore.index.ChunkIndex;
import io.frontdesk.ragcore.index.SearchScope;
import io.frontdesk.ragcore.lucene.LuceneChunkIndex;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Both indexes judge words alike. Lucene keeps a text's length in one byte, so that scores differ
 * by a few percent, and near ties may change places.
 */
class AgreementTest {
    private static final UUID TENANT = new UUID(1, 21);
    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "und", "pl", "ja");
    private static final SearchScope EVERYWHERE = new SearchScope(TENANT, null);

    private final Random random = new Random(21);

    @Test
    void proposesTheSameForTheSameWords(@TempDir Path state, @TempDir Path files) {
        var chunks = IntStream.range(0, 600).mapToObj(this::chunk).toList();
        try (var context = PgVectorApp.start(state);
                var lucene = new LuceneChunkIndex(files)) {
            var pgvector = context.getBean(ChunkIndex.class);
            for (var index : List.of(lucene, pgvector)) {
                index.clear("test");
                index.apply(chunks, 1);
                // Half of them change, some go: both must forget the old words.
                index.apply(chunks.subList(0, 300).stream().map(this::changed).toList(), 2);
            }
            for (var i = 0; i < 40; i++) {
                compare(lucene, pgvector, EVERYWHERE, text(1 + random.nextInt(6)));
            }
        }
    }

    private static void compare(
            ChunkIndex lucene, ChunkIndex pgvector, SearchScope scope, String question) {
        var one = lucene.lexical(scope, question, 10);
        var other = pgvector.lexical(scope, question, 10);

        assertThat(other).as(question).hasSameSizeAs(one);
        if (!one.isEmpty()) {
            for (var i = 0; i < one.size(); i++) {
                assertThat(other.get(i).score())
                        .as(question)
                        .isCloseTo(one.get(i).score(), withinPercentage(6));
            }
            var common = ids(one);
            common.retainAll(ids(other));
            assertThat(common.size()).as(question).isGreaterThanOrEqualTo(one.size() * 6 / 10);
        }
    }

    private static Set<UUID> ids(List<Candidate> found) {
        return found.stream().map(Candidate::chunk).collect(Collectors.toSet());
    }

    private ChunkChange chunk(int number) {
        return new ChunkChange(new UUID(3, number), TENANT, 1, content(number));
    }

    /** The same for both indexes. */
    private ChunkChange changed(ChunkChange chunk) {
        var number = (int) chunk.chunk().getLeastSignificantBits();
        var content = number % 7 == 0 ? null : content(number + 1_000);
        return new ChunkChange(chunk.chunk(), TENANT, 2, content);
    }

    private static ChunkChange.Content content(int seed) {
        var random = new Random(seed);
        var words = new ArrayList<String>();
        for (var i = 0; i < 20 + random.nextInt(100); i++) {
            words.add(word(random));
        }
        return new ChunkChange.Content(
                new UUID(2, seed % 3),
                word(random),
                List.of(word(random), word(random)),
                String.join(" ", words),
                LANGUAGES.get(random.nextInt(LANGUAGES.size())),
                Map.of());
    }

    private String text(int words) {
        return IntStream.range(0, words)
                .mapToObj(i -> word(random))
                .collect(Collectors.joining(" "));
    }

    /** The lower its number, the commoner it is. */
    private static String word(Random random) {
        var number = (int) (300 * Math.pow(random.nextDouble(), 3));
        return "w" + number + "x";
    }
}
