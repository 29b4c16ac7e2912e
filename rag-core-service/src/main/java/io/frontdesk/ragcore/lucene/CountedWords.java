package io.frontdesk.ragcore.lucene;

import io.frontdesk.ragcore.words.WordCounts;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;

/** A chunk's words, each once and with its weighted count as its frequency. */
final class CountedWords extends TokenStream {
    private final CharTermAttribute word = addAttribute(CharTermAttribute.class);
    private final TermFrequencyAttribute count = addAttribute(TermFrequencyAttribute.class);
    private final Map<String, Integer> counts;
    private Iterator<Map.Entry<String, Integer>> rest;

    CountedWords(WordCounts words) {
        counts = new TreeMap<>(words.counts());
        rest = counts.entrySet().iterator();
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        if (!rest.hasNext()) {
            return false;
        }
        var next = rest.next();
        word.append(next.getKey());
        count.setTermFrequency(next.getValue());
        return true;
    }

    @Override
    public void reset() {
        rest = counts.entrySet().iterator();
    }
}
