package io.frontdesk.ragcore.pgvector;

import com.pgvector.PGvector;
import io.frontdesk.ragcore.index.Candidate;
import io.frontdesk.ragcore.index.IndexUnavailable;
import io.frontdesk.ragcore.index.SearchScope;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The nearest vectors of a scope. A small scope is compared row by row; in a large one the graph is
 * walked, past what does not belong to the scope, until there are enough.
 */
final class PgVectorNearest {
    // In strict order the walk would drop what it finds late; the rows are sorted here instead.
    private static final String SCAN = "relaxed_order";
    // The first few that pass a filter are not the nearest yet: it goes on until there are so many.
    private static final int WALKED = 200;
    private static final int USUAL_DIMENSION = 384;
    private static final int LARGEST_IN_VECTOR = 2_000;
    private static final int LARGEST_IN_HALFVEC = 4_000;
    private static final Comparator<Candidate> BEST_FIRST =
            Comparator.comparingDouble(Candidate::score).reversed().thenComparing(Candidate::chunk);

    /**
     * The type's name makes the server load pgvector's library, and must come first: a setting of a
     * library that is not loaded is silently ignored. Penalties keep the planner from sorting a
     * large scope, and their size would make it compile the query first.
     */
    private static final String PREPARE =
            """
            select '[1]'::vector::text, set_config('hnsw.ef_search', '200', true),
                   set_config('hnsw.iterative_scan', :scan, true),
                   set_config('enable_sort', 'off', true), set_config('jit', 'off', true)
            """;

    private static final String MODEL =
            """
            select m.id, (select coalesce(sum(s.chunks), 0) from indexed_scope s where %s) as chunks
            from indexed_model m where m.name = :model and m.dimension = :dimension
            """;

    private static final String WALK =
            """
            select chunk_id as chunk, 1 - (embedding::vector(${dimension}) <=> :question) as score
            from indexed_vector where model = ${model} and %s
            order by embedding::${type}(${dimension}) <=> (:question)::${type}(${dimension})
            limit :limit
            """;

    /** The sum keeps the planner from the graph: every row of the scope is compared. */
    private static final String COMPARE =
            """
            select chunk_id as chunk, 1 - (embedding <=> :question) as score
            from indexed_vector where model = ${model} and %s
            order by (embedding <=> :question) + 0 limit :limit
            """;

    private final JdbcClient jdbc;
    private final int exactBelow;
    private volatile boolean supported;

    /**
     * Searches.
     *
     * @param exactBelow up to how many chunks of 384 dimensions are compared one by one
     */
    PgVectorNearest(JdbcClient jdbc, int exactBelow) {
        this.jdbc = jdbc;
        this.exactBelow = exactBelow;
    }

    /** A model's number in the tables, and how many chunks the scope has. */
    private record Model(int id, long chunks) {}

    List<Candidate> find(SearchScope scope, String name, float[] question, int limit) {
        var models =
                Scopes.bind(jdbc, MODEL, scope)
                        .param("model", name)
                        .param("dimension", question.length)
                        .query(Model.class)
                        .list();
        if (models.isEmpty()) {
            return List.of();
        }
        var model = models.getFirst();
        var small = model.chunks() * question.length <= (long) exactBelow * USUAL_DIMENSION;
        if (small || question.length > LARGEST_IN_HALFVEC) {
            return query(COMPARE, scope, model, question, limit);
        }
        walkTheGraphUntilEnough();
        var nearest = query(WALK, scope, model, question, Math.max(limit, WALKED));
        // What lies far from the question may be beyond what the walk is allowed to visit.
        return nearest.size() < limit && nearest.size() < model.chunks()
                ? query(COMPARE, scope, model, question, limit)
                : nearest.stream().limit(limit).toList();
    }

    private List<Candidate> query(
            String sql, SearchScope scope, Model model, float[] question, int limit) {
        var type = question.length <= LARGEST_IN_VECTOR ? "vector" : "halfvec";
        // As literals: the planner takes a model's graph only where it sees that it fits.
        var literal =
                sql.replace("${model}", String.valueOf(model.id()))
                        .replace("${dimension}", String.valueOf(question.length))
                        .replace("${type}", type);
        return Scopes.bind(jdbc, literal, scope)
                .param("question", new PGvector(question))
                .param("limit", limit)
                .query((row, number) -> Scopes.candidate(row))
                .stream()
                .sorted(BEST_FIRST)
                .toList();
    }

    private void walkTheGraphUntilEnough() {
        jdbc.sql(PREPARE).param("scan", SCAN).query((row, number) -> row.getString(1)).single();
        if (!supported) {
            var shown = jdbc.sql("show hnsw.iterative_scan").query(String.class).single();
            if (!SCAN.equals(shown)) {
                throw new IndexUnavailable("pgvector 0.8 or later is needed.", null);
            }
            supported = true;
        }
    }
}
