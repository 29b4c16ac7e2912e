package io.frontdesk.ragknowledge.agreement;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of a text that carry its subject, without endings. */
public final class Terms {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]{2,}");
    private static final Pattern ENDING =
            Pattern.compile("(?<=\\p{L}{3})(?:ings|ing|ers|er|ies|es|ed|en|s|e|y)$");
    private static final Set<String> EMPTY =
            Set.copyOf(
                    List.of(
                            ("an and are as at be by can could do does for from had has have how if in into"
                                            + " is it its may me must my no not of on or our should so some"
                                            + " that the their them there they this those to us was we were"
                                            + " what when where which who why will with would you your much"
                                            + " many long also any about am did get need eur usd gbp chf euro"
                                            + " euros dollars pounds cost costs price prices fee fees"
                                            + " der die das und ist sind ein eine einen was wie wann wo wer"
                                            + " kann man ich sie wir es im am zu mit von für auf kostet kosten"
                                            + " le la les un une et est de du des je vous nous que el los las"
                                            + " una es con por para")
                                    .split(" ", -1)));

    private Terms() {}

    /** In order of appearance, each once. */
    public static Set<String> of(String text) {
        var terms = new LinkedHashSet<String>();
        var words = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (words.find()) {
            if (!EMPTY.contains(words.group())) {
                terms.add(ENDING.matcher(words.group()).replaceFirst(""));
            }
        }
        return terms;
    }

    /** The share of the terms of one text that another has; 0 where there are none. */
    public static double share(Set<String> terms, Set<String> other) {
        if (terms.isEmpty()) {
            return 0;
        }
        return terms.stream().filter(other::contains).count() / (double) terms.size();
    }
}
