package io.frontdesk.ragknowledge.evidence;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The content words of a text, reduced to stems, so that "donating" meets "donation". */
public final class Words {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:['’][\\p{L}]+)?");
    private static final Set<String> EMPTY =
            Set.of(
                    ("a an and are as at be been being but by can cannot could did do does doing"
                                    + " for from had has have having he her here him his how i if in into is"
                                    + " it its just may me might more most much many must my no nor not of off"
                                    + " on once only or other our out over own per please shall she should so"
                                    + " some such than that the their them then there these they this those"
                                    + " through to too under until up us very was we were what when where"
                                    + " which while who whom whose why will with within would you your yours"
                                    + " get gets got give gives go goes happen happens need needs make makes"
                                    + " take takes someone anyone something anything long way kind right now"
                                    + " also tell know mean means stand stands called")
                            .split(" ", -1));
    private static final List<String> ENDINGS =
            List.of(
                    "ization", "ational", "fulness", "ations", "ements", "ation", "ement", "ments",
                    "ities", "ness", "ment", "ings", "ions", "able", "ible", "ity", "ing", "ion",
                    "ies", "ied", "ers", "est", "ed", "er", "ly", "es", "s", "e", "y");

    private Words() {}

    /** The stems in order of appearance, each once, without the words that every text has. */
    public static Set<String> content(String text) {
        var stems = new LinkedHashSet<String>();
        var matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            var word = matcher.group().replaceAll("['’].*", "");
            if (!EMPTY.contains(word) && (word.length() > 1 || !isLatin(word))) {
                stems.add(stem(word));
            }
        }
        return stems;
    }

    private static boolean isLatin(String word) {
        return word.charAt(0) < 0x250;
    }

    public static String stem(String word) {
        if (!isLatin(word) || word.length() <= 3 || Character.isDigit(word.charAt(0))) {
            return word;
        }
        var stem = word;
        for (var ending : ENDINGS) {
            if (stem.endsWith(ending)
                    && stem.length() - ending.length() >= 3
                    && !stem.endsWith("ss")) {
                stem = stem.substring(0, stem.length() - ending.length());
                break;
            }
        }
        int last = stem.length() - 1;
        boolean doubled = last > 2 && stem.charAt(last) == stem.charAt(last - 1);
        boolean softened = last > 2 && (stem.charAt(last) == 'e' || stem.charAt(last) == 'i');
        return doubled || softened ? stem.substring(0, last) : stem;
    }
}
