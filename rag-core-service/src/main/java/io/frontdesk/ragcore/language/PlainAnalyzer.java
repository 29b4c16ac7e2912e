package io.frontdesk.ragcore.language;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/** Words in lower case, for languages that nothing more is known of. */
final class PlainAnalyzer extends Analyzer {
    @Override
    protected TokenStreamComponents createComponents(String field) {
        var tokens = new StandardTokenizer();
        return new TokenStreamComponents(tokens, new LowerCaseFilter(tokens));
    }

    @Override
    protected TokenStream normalize(String field, TokenStream stream) {
        return new LowerCaseFilter(stream);
    }
}
