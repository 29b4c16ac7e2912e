package io.frontdesk.ragcore.language;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/** Takes accents off the finished words, since questions are often typed without. */
final class Unaccented extends AnalyzerWrapper {
    private final Analyzer words;

    Unaccented(Analyzer words) {
        super(PER_FIELD_REUSE_STRATEGY);
        this.words = words;
    }

    @Override
    protected Analyzer getWrappedAnalyzer(String field) {
        return words;
    }

    @Override
    protected TokenStreamComponents wrapComponents(String field, TokenStreamComponents components) {
        return new TokenStreamComponents(
                components.getSource(), new ASCIIFoldingFilter(components.getTokenStream()));
    }
}
