package io.frontdesk.ragcore.lucene;

import io.frontdesk.ragcore.index.SearchScope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** What is asked of Lucene. No query syntax is parsed: any text is just its words. */
final class LuceneQueries {
    private static final int TERMS = 256;

    private LuceneQueries() {}

    static Query dense(SearchScope scope, String model, float[] question, int limit) {
        return new KnnFloatVectorQuery(
                LuceneFields.embedding(model), question, limit, within(scope).build());
    }

    static Query lexical(SearchScope scope, String question, Analyzer analyzer) {
        var words = new BooleanQuery.Builder();
        for (var word : words(question, analyzer)) {
            words.add(new TermQuery(new Term(LuceneFields.WORDS, word)), Occur.SHOULD);
        }
        return within(scope).add(words.build(), Occur.MUST).build();
    }

    private static BooleanQuery.Builder within(SearchScope scope) {
        var tenant = LuceneFields.bytes(scope.tenant());
        var filter = new BooleanQuery.Builder();
        filter.add(new TermQuery(new Term(LuceneFields.TENANT, tenant)), Occur.FILTER);
        if (scope.bases() != null) {
            var bases = scope.bases().stream().map(LuceneFields::bytes).toList();
            filter.add(new TermInSetQuery(LuceneFields.BASE, bases), Occur.FILTER);
        }
        return filter;
    }

    private static List<BytesRef> words(String question, Analyzer analyzer) {
        var words = new ArrayList<BytesRef>();
        try (var stream = analyzer.tokenStream(LuceneFields.WORDS, question)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (words.size() < TERMS && stream.incrementToken()) {
                words.add(new BytesRef(term));
            }
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
