package io.frontdesk.ragknowledge.refusal;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words in a row; {@code word*} is a beginning of a word, {@code *} up to four words. */
record Phrase(List<String> parts) {

    private static final int LONGEST_GAP = 4;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}*]+");

    static Phrase of(String phrase) {
        return new Phrase(split(phrase));
    }

    /** The words of a text as phrases are compared with it. */
    static List<String> words(String text) {
        return split(text.replace("*", " "));
    }

    private static List<String> split(String text) {
        var plain =
                Normalizer.normalize(text, Normalizer.Form.NFKC)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("(?<=\\p{L})['’](?=\\p{L})", "");
        return BETWEEN_WORDS.splitAsStream(plain).filter(word -> !word.isEmpty()).toList();
    }

    boolean isIn(List<String> words) {
        for (int from = 0; from < words.size(); from++) {
            if (matches(0, words, from)) {
                return true;
            }
        }
        return false;
    }

    private boolean matches(int part, List<String> words, int at) {
        if (part == parts.size()) {
            return true;
        }
        var wanted = parts.get(part);
        if (wanted.equals("*")) {
            for (int gap = 0; gap <= LONGEST_GAP && at + gap <= words.size(); gap++) {
                if (matches(part + 1, words, at + gap)) {
                    return true;
                }
            }
            return false;
        }
        return at < words.size() && fits(wanted, words.get(at)) && matches(part + 1, words, at + 1);
    }

    private static boolean fits(String wanted, String word) {
        return wanted.endsWith("*")
                ? word.startsWith(wanted.substring(0, wanted.length() - 1))
                : word.equals(wanted);
    }
}
