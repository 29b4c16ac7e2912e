package io.frontdesk.ragcore.lucene;

import io.frontdesk.ragcore.index.SearchScope;
import io.frontdesk.ragcore.words.WordCounts;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;

/** What is asked of Lucene. No query syntax is parsed: any text is just its words. */
final class LuceneQueries {
    // A long question's words in every language.
    private static final int CLAUSES = 8_192;

    static {
        IndexSearcher.setMaxClauseCount(CLAUSES);
    }

    private LuceneQueries() {}

    /**
     * A chunk has the words of one language, so that each is judged by the question as read in its
     * own.
     */
    static Query lexical(SearchScope scope, String question, IndexReader reader) {
        var words = new BooleanQuery.Builder();
        for (var field : FieldInfos.getIndexedFields(reader)) {
            if (field.startsWith(LuceneFields.WORDS)) {
                var vocabulary = field.substring(LuceneFields.WORDS.length());
                for (var word : WordCounts.question(vocabulary, question)) {
                    words.add(new TermQuery(new Term(field, word)), Occur.SHOULD);
                }
            }
        }
        return new BooleanQuery.Builder()
                .add(within(scope), Occur.FILTER)
                .add(words.build(), Occur.MUST)
                .build();
    }

    static Query within(SearchScope scope) {
        var tenant =
                new TermQuery(new Term(LuceneFields.TENANT, LuceneFields.bytes(scope.tenant())));
        if (scope.bases() == null) {
            return tenant;
        }
        var bases = scope.bases().stream().map(LuceneFields::bytes).toList();
        return new BooleanQuery.Builder()
                .add(tenant, Occur.FILTER)
                .add(new TermInSetQuery(LuceneFields.BASE, bases), Occur.FILTER)
                .build();
    }
}
