package io.frontdesk.ragknowledge.grounding;

import io.frontdesk.ragknowledge.screening.Plain;
import java.util.Map;
import java.util.regex.Pattern;

/** The small words that turn a sentence's meaning round: not, only, if, at most, every. */
final class Polarity {

    private static final Pattern NOT =
            compile(
                    "no|not|never|none|nobody|nothing|neither|nor|without|cannot|\\p{L}+n't|unable|refused?"
                            + "|kein\\p{L}*|nicht|nie|niemals|ohne|pas|jamais|sans|aucune?|nunca|sin|ningun\\p{L}*"
                            + "|non|senza|mai|не|нет|никогда|без|nao|sem|geen|niet|nooit");
    private static final Pattern NOT_IN_CHINESE = Pattern.compile("[不没沒無无未别別]");
    private static final Map<String, Pattern> EQUALLY =
            Map.of(
                    "limits",
                            compile(
                                    "only|except|excluding|unless|solely|but|nur|außer|sauf|seulement|solo|только|кроме"),
                    "conditions",
                            compile(
                                    "if|when|provided|subject to|until|till|once|while|wenn|falls|si|quand|если"),
                    "most",
                            compile(
                                    "up to|at most|maximum|max|no more than|less than|under|below|within|bis zu|höchstens|maximal"),
                    "least",
                            compile(
                                    "at least|minimum|min|more than|over|above|from|starting|starts|mindestens|ab"));
    private static final Pattern EVERY =
            compile(
                    "all|every|each|any|always|everyone|everything|alle\\p{L}*|jede\\p{L}*|immer|tous|toute?s?|toujours|все|всегда");
    private static final Pattern MUST =
            compile("must|required|obligatory|mandatory|has to|have to|shall|guaranteed?|will");
    private static final Pattern MAY =
            compile(
                    "may|might|could|sometimes|usually|often|typically|possibly|approximately|about|around|some|approx|circa|ca");

    private Polarity() {}

    private static Pattern compile(String words) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])(?:" + words + ")(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** Whether the sentence denies, limits, demands and generalises no more and no less. */
    static boolean isKept(String sentence, String quote) {
        var said = Plain.visible(sentence);
        var written = Plain.visible(quote);
        return count(NOT, said) == count(NOT, written)
                && count(NOT_IN_CHINESE, said) == count(NOT_IN_CHINESE, written)
                && EQUALLY.values().stream()
                        .allMatch(words -> has(words, said) == has(words, written))
                && (!has(EVERY, said) || has(EVERY, written))
                && (!has(MUST, said) || has(MUST, written))
                && (!has(MAY, written) || has(MAY, said));
    }

    private static boolean has(Pattern words, String text) {
        return words.matcher(text).find();
    }

    private static long count(Pattern words, String text) {
        return words.matcher(text).results().count();
    }
}
