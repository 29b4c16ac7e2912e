package io.frontdesk.ragknowledge.grounding;

import io.frontdesk.ragknowledge.evidence.Words;
import io.frontdesk.ragknowledge.figure.Figure;
import io.frontdesk.ragknowledge.figure.Figures;
import io.frontdesk.ragknowledge.screening.Plain;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a quote bears out a sentence, by their words. A sentence may say less than its quote, in
 * nearly its words; it may add nothing.
 */
final class Support {

    /** Of the sentence's words, one in so many may be missing from the quote. */
    private static final int ONE_IN = 6;

    /** Of the quote's words, the share that the sentence has to keep. */
    private static final double KEPT = 0.3;

    /** Of the sentence's words, the share that stands in the quote itself, not in its headings. */
    private static final double QUOTED = 0.6;

    /** Words that only say what a figure is. */
    static final Set<String> NEUTRAL =
            Words.content("price prices cost costs fee fees charge amount available yes answer");

    private static final Set<String> WEIGHTY =
            Words.content(
                    "free complimentary included guaranteed refund refundable discount best unlimited"
                            + " open closed safe required mandatory forbidden allowed legal illegal"
                            + " insured covered certified approved recommended cheap cheapest official"
                            + " first last before after cancel cancelled exempt optional");
    private static final Pattern NAME =
            Pattern.compile("(?<=[\\p{L}\\p{N},;:)] )\\p{Lu}[\\p{L}\\p{N}]+");
    private static final Pattern IDEOGRAPHS =
            Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]{2,}");

    private Support() {}

    static boolean isLiteral(String sentence, String quote) {
        return bare(sentence).equals(bare(quote));
    }

    private static String bare(String text) {
        return Plain.visible(text).replaceAll("[.!]+$", "");
    }

    /**
     * Whether the words agree.
     *
     * @param around title and headings of the quote, which it need not repeat
     */
    static boolean isGiven(String sentence, String quote, String around) {
        return Polarity.isKept(sentence, quote)
                && Pairing.isKept(sentence, quote)
                && names(sentence, quote + " " + around)
                && covers(words(sentence), words(quote), words(around));
    }

    private static boolean covers(Set<String> said, Set<String> quoted, Set<String> around) {
        var missing = new HashSet<>(said);
        missing.removeAll(quoted);
        long elsewhere = missing.size();
        missing.removeAll(around);
        missing.removeAll(NEUTRAL);
        long kept = quoted.stream().filter(said::contains).count();
        return !said.isEmpty()
                && missing.size() <= said.size() / ONE_IN
                && missing.stream().noneMatch(WEIGHTY::contains)
                && elsewhere <= said.size() * (1 - QUOTED)
                && kept >= quoted.size() * KEPT;
    }

    private static boolean names(String sentence, String source) {
        var known = Plain.folded(source);
        return NAME.matcher(Plain.visible(sentence))
                .results()
                .allMatch(name -> known.contains(Plain.folded(name.group())));
    }

    /** Content words without figures; where writing has no blanks, each pair of neighbours. */
    static Set<String> words(String text) {
        var words = new HashSet<String>();
        for (var word : Words.content(Figures.without(text))) {
            if (IDEOGRAPHS.matcher(word).matches()) {
                for (int i = 0; i + 1 < word.length(); i++) {
                    words.add(word.substring(i, i + 2));
                }
            } else {
                words.add(word);
            }
        }
        return words;
    }

    static boolean containsAll(List<Figure> figures, List<Figure> wanted) {
        return wanted.stream().allMatch(w -> figures.stream().anyMatch(w::isSameAs));
    }
}
