package io.frontdesk.ragcore.pgvector;

import io.frontdesk.ragcore.index.Candidate;
import io.frontdesk.ragcore.index.FieldWeights;
import io.frontdesk.ragcore.index.SearchScope;
import io.frontdesk.ragcore.words.WordCounts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * BM25 over a scope, exact: the lists of the question's words are read and added up here, which
 * takes SQL much longer.
 */
final class PgVectorWords {
    private static final Comparator<Candidate> BEST_FIRST =
            Comparator.comparingDouble(Candidate::score).reversed().thenComparing(Candidate::chunk);

    private final JdbcClient jdbc;

    PgVectorWords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All chunks of one vocabulary in the scope. */
    private record Corpus(String vocabulary, long chunks, long length) {
        float weight(long withWord) {
            return (float) Math.log1p((chunks - withWord + 0.5) / (withWord + 0.5));
        }

        float averageLength() {
            return (float) length / chunks;
        }
    }

    private record Scored(int number, float score) {}

    List<Candidate> find(SearchScope scope, String question, int limit) {
        var corpora = new HashMap<String, Corpus>();
        for (var corpus : corpora(scope)) {
            for (var word : WordCounts.question(corpus.vocabulary(), question)) {
                corpora.put(corpus.vocabulary() + ':' + word, corpus);
            }
        }
        var scores = new HashMap<Integer, float[]>();
        rows(scope, corpora.keySet().toArray(String[]::new))
                .forEach((word, rows) -> {
                    var corpus = Objects.requireNonNull(corpora.get(word));
                    var weight = corpus.weight(count(rows));
                    var length = corpus.averageLength();
                    rows.forEach((part, postings) -> {
                        var sums = scores.computeIfAbsent(part, made -> new float[Postings.PART]);
                        postings.forEach(row -> add(row, weight, length, sums));
                    });
                });
        return candidates(scope, best(scores, limit));
    }

    private List<Corpus> corpora(SearchScope scope) {
        return Scopes.bind(
                        jdbc,
                        """
                        select vocabulary, sum(chunks) as chunks, sum(length) as length
                        from indexed_scope where %s group by vocabulary having sum(chunks) > 0
                        """,
                        scope)
                .query((row, number) ->
                        new Corpus(row.getString(1), row.getLong(2), row.getLong(3)))
                .list();
    }

    /** The rows of each word, by part; there is one for each base. */
    private Map<String, Map<Integer, List<byte[]>>> rows(SearchScope scope, String[] words) {
        var rows = new HashMap<String, Map<Integer, List<byte[]>>>();
        Scopes.bind(
                        jdbc,
                        """
                        select word, part, postings from indexed_word
                        where %s and word = any(:words)
                        """,
                        scope)
                .param("words", words)
                .query(row -> {
                    rows.computeIfAbsent(row.getString(1), made -> new HashMap<>())
                            .computeIfAbsent(row.getInt(2), made -> new ArrayList<>())
                            .add(row.getBytes(3));
                });
        return rows;
    }

    private static long count(Map<Integer, List<byte[]>> rows) {
        return rows.values().stream().flatMap(List::stream).mapToLong(row -> row.length).sum()
                / Postings.SIZE;
    }

    private static void add(byte[] row, float weight, float averageLength, float[] sums) {
        var k = FieldWeights.K1;
        var b = FieldWeights.B;
        Postings.read(
                row,
                (number, count, length) ->
                        sums[number % Postings.PART] +=
                                weight
                                        * count
                                        / (count + k * (1 - b + b * length / averageLength)));
    }

    private static List<Scored> best(Map<Integer, float[]> scores, int limit) {
        var best = new PriorityQueue<Scored>(Comparator.comparingDouble(Scored::score));
        scores.forEach((part, sums) -> {
            for (var i = 0; i < sums.length; i++) {
                var full = best.size() >= limit;
                if (sums[i] > 0 && (!full || sums[i] > best.element().score())) {
                    if (full) {
                        best.remove();
                    }
                    best.add(new Scored(part * Postings.PART + i, sums[i]));
                }
            }
        });
        return List.copyOf(best);
    }

    private List<Candidate> candidates(SearchScope scope, List<Scored> best) {
        if (best.isEmpty()) {
            return List.of();
        }
        var chunks = new HashMap<Integer, UUID>();
        Scopes.bind(
                        jdbc,
                        """
                        select number, chunk_id from indexed_chunk
                        where %s and number = any(:numbers)
                        """,
                        scope)
                .param("numbers", best.stream().map(Scored::number).toArray(Integer[]::new))
                .query(row -> {
                    chunks.put(row.getInt(1), row.getObject(2, UUID.class));
                });
        return best.stream()
                .filter(scored -> chunks.containsKey(scored.number()))
                .map(scored ->
                        new Candidate(
                                Objects.requireNonNull(chunks.get(scored.number())),
                                scored.score()))
                .sorted(BEST_FIRST)
                .toList();
    }
}
