package io.frontdesk.ragcore.pgvector;

/** What is asked of PostgreSQL. */
final class PgVectorQueries {
    static final String UPSERT =
            """
            insert into chunk_vector (chunk_id, tenant_id, base_id, embedding, words, length,
                                      position)
            select :chunk, :tenant, :base, :embedding, words,
                   (select coalesce(sum(cardinality(positions)), 0) from unnest(words)), :position
            from to_tsvector('english', :text) as words
            on conflict (chunk_id) do update set
                base_id = excluded.base_id, embedding = excluded.embedding,
                words = excluded.words, length = excluded.length, position = excluded.position
            where chunk_vector.position <= excluded.position
            """;

    private static final String SCOPE =
            "tenant_id = :tenant and (:everywhere or base_id = any(:bases))";

    /** The index is walked in the order of distance until enough rows pass the filter. */
    static final String NEAREST =
            """
            select chunk_id, 1 - (embedding <=> :question) as score from chunk_vector
            where %s order by embedding <=> :question limit :limit
            """
                    .formatted(SCOPE);

    /** The sum keeps the planner from the index: every row of the scope is compared. */
    static final String EXACT =
            """
            select chunk_id, 1 - (embedding <=> :question) as score from chunk_vector
            where %s order by (embedding <=> :question) + 0 limit :limit
            """
                    .formatted(SCOPE);

    /**
     * BM25 (k1 0.9, b 0.4) over the scope. All rows with a word of the question are at hand, so
     * they give the document frequencies too; a word's positions are its frequency in the row.
     */
    static final String LEXICAL =
            """
            with question as (
                select lexeme from unnest(to_tsvector('english', :question)) limit 256),
            scope as materialized (
                select chunk_id, words, length from chunk_vector where %s),
            corpus as (
                select count(*)::float8 as documents, avg(length)::float8 as length from scope),
            match as materialized (
                select s.chunk_id, s.length, w.lexeme, cardinality(w.positions)::float8 as frequency
                from scope s cross join lateral unnest(s.words) as w
                join question using (lexeme)),
            word as (
                select lexeme, ln(1 + (documents - count(*) + 0.5) / (count(*) + 0.5)) as weight
                from match cross join corpus group by lexeme, documents)
            select m.chunk_id,
                   sum(w.weight * m.frequency
                       / (m.frequency + 0.9 * (0.6 + 0.4 * m.length / c.length))) as score
            from match m join word w using (lexeme) cross join corpus c
            group by m.chunk_id order by score desc, m.chunk_id limit :limit
            """
                    .formatted(SCOPE);

    private PgVectorQueries() {}
}
