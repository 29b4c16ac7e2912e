package io.frontdesk.conversationalpayment.wording;

import java.util.Comparator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Turns of phrase as one pattern over folded words, each alternative between spaces. Gaps are
 * bounded, so that a match takes time in proportion to the text.
 */
public final class Phrases {
    private final Pattern pattern;

    private Phrases(String regex) {
        pattern = Pattern.compile(regex);
    }

    /** One alternative per line; {@code ~} stands for up to four words. */
    public static Phrases anywhere(String alternatives) {
        return anywhere(alternatives, 4);
    }

    /** One alternative per line; {@code ~} stands for up to so many words. */
    public static Phrases anywhere(String alternatives, int gap) {
        var any = alternatives.strip().replace("\n", "|");
        return new Phrases(" (?:" + any.replace(" ~", "(?: [^ ]{1,30}){0," + gap + "}") + ") ");
    }

    /** The text consists of these alone; the longest that fits is taken and kept. */
    public static Phrases only(String alternatives) {
        var longestFirst =
                Pattern.compile("[|\n]")
                        .splitAsStream(alternatives.strip())
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .collect(Collectors.joining("|"));
        return new Phrases("(?: (?:" + longestFirst + ")(?= ))++ ");
    }

    public boolean in(String text) {
        return pattern.matcher(text).find();
    }

    public boolean are(String text) {
        return pattern.matcher(text).matches();
    }
}
