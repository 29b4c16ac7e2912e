package io.frontdesk.ragknowledge.screening;

import io.frontdesk.ragknowledge.evidence.Words;
import io.frontdesk.ragknowledge.policy.Policy.BlockedTopic;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds what is never talked about, in whatever spelling: case, accents, lookalike letters,
 * invisible characters, letters s p a c e d or d.o.t.t.e.d.
 */
public final class BlockedTopics {

    /** Other words that may stand between those of a phrase. */
    private static final int BETWEEN = 3;

    private BlockedTopics() {}

    /** The first topic that the question touches. */
    public static Optional<BlockedTopic> in(String question, List<BlockedTopic> topics) {
        var readings = readings(question);
        return topics.stream()
                .filter(topic ->
                        topic.phrases().stream()
                                .map(BlockedTopics::words)
                                .filter(phrase -> !phrase.isEmpty())
                                .anyMatch(phrase ->
                                        readings.stream().anyMatch(r -> holds(r, phrase))))
                .findFirst();
    }

    private static List<List<String>> readings(String question) {
        var folded = Plain.folded(question);
        return Stream.of(folded, Plain.latinised(folded))
                .flatMap(text ->
                        Stream.of(
                                text,
                                text.replaceAll("(?<=\\p{L})[^\\p{L}\\p{N}\\s]+(?=\\p{L})", ""),
                                spelledOut(text),
                                unleeted(text)))
                .distinct()
                .map(BlockedTopics::words)
                .toList();
    }

    private static String unleeted(String text) {
        return text.replace('0', 'o')
                .replace('1', 'i')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('5', 's')
                .replace('7', 't')
                .replace('@', 'a')
                .replace('$', 's');
    }

    /** Letters that stand alone are put together: "l a w s u i t". */
    private static String spelledOut(String text) {
        return text.replaceAll(
                "(?<![\\p{L}\\p{N}])(\\p{L})[^\\p{L}\\p{N}]+(?=\\p{L}(?![\\p{L}\\p{N}]))", "$1");
    }

    private static List<String> words(String text) {
        return Stream.of(Plain.folded(text).split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> !word.isEmpty())
                .map(Words::stem)
                .toList();
    }

    /** All words of the phrase near each other, or its letters in one word or in pieces. */
    private static boolean holds(List<String> words, List<String> phrase) {
        Set<String> wanted = phrase.stream().collect(Collectors.toSet());
        var whole = Words.stem(String.join("", phrase));
        for (int i = 0; i < words.size(); i++) {
            int end = Math.min(words.size(), i + phrase.size() + BETWEEN);
            if (Set.copyOf(words.subList(i, end)).containsAll(wanted)) {
                return true;
            }
            var together = new StringBuilder();
            for (int j = i; j < Math.min(words.size(), i + 6); j++) {
                together.append(words.get(j));
                if (Words.stem(together.toString()).equals(whole)) {
                    return true;
                }
            }
        }
        return hasNoBlanks(phrase) && String.join("", words).contains(whole);
    }

    private static boolean hasNoBlanks(List<String> phrase) {
        return phrase.stream()
                .anyMatch(word -> word.codePoints().anyMatch(Character::isIdeographic));
    }
}
