package io.frontdesk.ragcore.words;

import io.frontdesk.ragcore.index.ChunkChange;
import io.frontdesk.ragcore.index.FieldWeights;
import io.frontdesk.ragcore.language.Vocabulary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A chunk's words and how much each counts.
 *
 * @param vocabulary what they can be compared with
 * @param counts of each word, weighted, in quarters; at most 65,535
 * @param length their sum; at most 65,535
 */
public record WordCounts(String vocabulary, Map<String, Integer> counts, int length) {
    private static final int MOST = 0xFFFF;
    private static final int WORDS_OF_CHUNK = 10_000;
    private static final int WORDS_OF_QUESTION = 256;

    public static WordCounts of(ChunkChange.Content content, FieldWeights weights) {
        var vocabulary = Vocabulary.of(content.language());
        var counts = new HashMap<String, Integer>();
        add(counts, vocabulary, content.title(), weights.title());
        var headings = content.headings();
        for (var i = 0; i < headings.size(); i++) {
            var nearest = i == headings.size() - 1;
            var weight = nearest ? weights.nearestHeading() : weights.headings();
            add(counts, vocabulary, headings.get(i), weight);
        }
        add(counts, vocabulary, content.text(), weights.text());
        counts.replaceAll((word, count) -> Math.min(count, MOST));
        var length = counts.values().stream().mapToLong(Integer::longValue).sum();
        return new WordCounts(vocabulary, counts, (int) Math.min(length, MOST));
    }

    /** The words of a question, each once; of a long one the first 256. */
    public static List<String> question(String vocabulary, String question) {
        return Vocabulary.asked(vocabulary, question, WORDS_OF_QUESTION).stream()
                .distinct()
                .toList();
    }

    private static void add(
            Map<String, Integer> counts, String vocabulary, String text, int weight) {
        if (weight > 0) {
            Vocabulary.words(vocabulary, text, WORDS_OF_CHUNK)
                    .forEach(word -> counts.merge(word, weight, Integer::sum));
        }
    }
}
