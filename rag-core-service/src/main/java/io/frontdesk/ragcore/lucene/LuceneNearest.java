package io.frontdesk.ragcore.lucene;

import io.frontdesk.ragcore.index.SearchScope;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;

/**
 * The nearest vectors of a scope. A small scope is compared one by one; in a large one the graph is
 * walked with an eye for more than is wanted, or a filter would lead it past what is near.
 */
final class LuceneNearest {
    private static final int USUAL_DIMENSION = 384;
    private static final int LEAST_WALKED = 200;
    private static final Comparator<ScoreDoc> WORST_FIRST =
            Comparator.<ScoreDoc>comparingDouble(hit -> hit.score)
                    .thenComparing(hit -> hit.doc, Comparator.reverseOrder());

    private final int exactBelow;

    /**
     * Searches.
     *
     * @param exactBelow up to how many chunks of 384 dimensions are compared one by one
     */
    LuceneNearest(int exactBelow) {
        this.exactBelow = exactBelow;
    }

    /** Best first, with Lucene's score, 0 to 1. */
    ScoreDoc[] find(
            IndexSearcher searcher, SearchScope scope, String model, float[] question, int limit)
            throws IOException {
        var field = LuceneFields.embedding(model, question.length);
        var within = LuceneQueries.within(scope);
        var target = LuceneFields.unit(question);
        var chunks = (long) searcher.count(within);
        if (chunks * question.length <= (long) exactBelow * USUAL_DIMENSION) {
            return compare(searcher, within, field, target, limit);
        }
        var walked = Math.max(limit, LEAST_WALKED);
        var found = searcher.search(new KnnFloatVectorQuery(field, target, walked, within), walked);
        return Arrays.copyOf(found.scoreDocs, Math.min(limit, found.scoreDocs.length));
    }

    private static ScoreDoc[] compare(
            IndexSearcher searcher, Query within, String field, float[] target, int limit)
            throws IOException {
        var best = new PriorityQueue<>(WORST_FIRST);
        var weight =
                searcher.createWeight(searcher.rewrite(within), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (var leaf : searcher.getIndexReader().leaves()) {
            var scorer = weight.scorer(leaf);
            if (scorer != null) {
                compare(leaf, scorer.iterator(), field, target, limit, best);
            }
        }
        return best.stream().sorted(WORST_FIRST.reversed()).toArray(ScoreDoc[]::new);
    }

    private static void compare(
            LeafReaderContext leaf,
            DocIdSetIterator scope,
            String field,
            float[] target,
            int limit,
            PriorityQueue<ScoreDoc> best)
            throws IOException {
        var vectors = leaf.reader().getFloatVectorValues(field);
        var scorer = vectors == null ? null : vectors.scorer(target);
        if (scorer == null) {
            return;
        }
        var live = leaf.reader().getLiveDocs();
        var chunks = scorer.iterator();
        for (var doc = scope.nextDoc();
                doc != DocIdSetIterator.NO_MORE_DOCS;
                doc = scope.nextDoc()) {
            var with = chunks.docID() < doc ? chunks.advance(doc) : chunks.docID();
            if (with == doc && (live == null || live.get(doc))) {
                best.add(new ScoreDoc(leaf.docBase + doc, scorer.score()));
                if (best.size() > limit) {
                    best.remove();
                }
            }
        }
    }
}
