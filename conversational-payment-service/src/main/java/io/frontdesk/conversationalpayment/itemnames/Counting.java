package io.frontdesk.conversationalpayment.itemnames;

import io.frontdesk.conversationalpayment.numerals.Numeral;
import io.frontdesk.conversationalpayment.numerals.Numeral.Notation;
import io.frontdesk.conversationalpayment.wording.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads how many of an item a message wants; "a few" is no number. */
public final class Counting {
    private static final int MOST = 100;
    private static final Set<String> VAGUE =
            Set.of(
                    "few",
                    "several",
                    "couple",
                    "paar",
                    "einige",
                    "einigen",
                    "mehrere",
                    "quelques",
                    "plusieurs",
                    "unos",
                    "unas",
                    "algunos",
                    "algunas",
                    "varios",
                    "varias",
                    "many",
                    "lots",
                    "viele",
                    "beaucoup",
                    "muchos",
                    "muchas",
                    "dozens",
                    "bunch");
    private static final Map<String, Integer> ADVERBS =
            Map.ofEntries(
                    Map.entry("twice", 2),
                    Map.entry("thrice", 3),
                    Map.entry("einmal", 1),
                    Map.entry("zweimal", 2),
                    Map.entry("dreimal", 3),
                    Map.entry("viermal", 4),
                    Map.entry("funfmal", 5),
                    Map.entry("dozen", 12),
                    Map.entry("dutzend", 12),
                    Map.entry("douzaine", 12),
                    Map.entry("docena", 12));
    private static final Set<String> FILLERS =
            Set.of(
                    "x", "×", "mal", "times", "fois", "veces", "of", "the", "de", "stuck", "stk",
                    "more", "weitere", "mehr", "plus", "other", "my", "your", "those", "these", "d",
                    "pieces", "units", "full", "regular", "normal", "normale", "mas", "autres");
    private static final Set<String> BEHIND = Set.of("x", "×", "(", ":", "*", "mal");
    private static final Set<String> EITHER = Set.of("or", "oder", "ou", "o", "-", "to", "bis");
    private static final int REACH = 3;

    private final Message message;
    private final List<Numeral> numerals;

    /**
     * @param numerals the numbers that are not priced and name no date, time or reference
     */
    public Counting(Message message, List<Numeral> numerals) {
        this.message = message;
        this.numerals = numerals;
    }

    /** How many of what is named here; one when nothing counts. */
    public Count of(Mention mention, List<int[]> pricedSpans) {
        var at = mention.from();
        for (var step = 0; step <= REACH && at > 0; step++) {
            var word = message.word(at - 1);
            var numeral = endingAt(at);
            if (VAGUE.contains(word)
                    || (VAGUE.contains(message.word(at - 2)) && word.equals("of"))) {
                return vague(at - 1);
            }
            if (ADVERBS.containsKey(word)) {
                return adverb(at - 1, word);
            }
            if (numeral != null && mention.tokens().get(numeral.from(), numeral.to()).isEmpty()) {
                return counted(numeral);
            }
            var priced = priced(pricedSpans, at);
            if (priced == at && !FILLERS.contains(word) && !message.token(at - 1).symbol("-(")) {
                break;
            }
            at = priced == at ? at - 1 : priced;
        }
        return behind(mention);
    }

    /** A number of its own, for an item that was named before; null when there is none. */
    public @Nullable Count alone(boolean articles, int most) {
        for (var at = 0; at < message.size(); at++) {
            if (VAGUE.contains(message.word(at))) {
                return vague(at);
            }
            if (ADVERBS.containsKey(message.word(at))) {
                return adverb(at, message.word(at));
            }
        }
        var counts =
                numerals.stream()
                        .filter(it -> articles || it.notation() != Notation.ARTICLE)
                        .filter(it -> it.whole() <= most)
                        .toList();
        if (counts.isEmpty()) {
            return null;
        }
        var choices = counts.stream().map(Counting::bounded).distinct().toList();
        var written = message.written(counts.getFirst().from(), counts.getFirst().to());
        return choices.contains(-1)
                ? new Count(written, List.of(), counts)
                : new Count(written, choices, counts);
    }

    private Count behind(Mention mention) {
        var to = mention.to();
        for (var numeral : numerals) {
            var marked =
                    numeral.from() == to + 1
                            && BEHIND.contains(message.word(to))
                            && numeral.notation() != Notation.ARTICLE;
            var times = numeral.from() == to && BEHIND.contains(message.word(numeral.to()));
            if (marked || times) {
                return counted(numeral);
            }
        }
        return ADVERBS.containsKey(message.word(to)) ? adverb(to, message.word(to)) : Count.ONE;
    }

    private Count counted(Numeral numeral) {
        var other = endingAt(numeral.from() - 1);
        if (other != null && EITHER.contains(message.word(numeral.from() - 1))) {
            var written = message.written(other.from(), numeral.to());
            var choices = new ArrayList<>(List.of(bounded(other), bounded(numeral)));
            choices.remove(Integer.valueOf(-1));
            return new Count(written, choices, List.of(other, numeral));
        }
        var written = message.written(numeral.from(), numeral.to());
        var value = bounded(numeral);
        return new Count(written, value < 0 ? List.of() : List.of(value), List.of(numeral));
    }

    private static int bounded(Numeral numeral) {
        var value = numeral.whole();
        return value >= 1 && value <= MOST ? value : -1;
    }

    private Count adverb(int at, String word) {
        var choices = List.of(ADVERBS.getOrDefault(word, 1));
        var half = Set.of("half", "halbes", "demi", "media").contains(message.word(at - 1));
        var before = endingAt(at);
        var several = choices.getFirst() == 12 && before != null && before.whole() > 1;
        return new Count(
                message.written(at, at + 1), half || several ? List.of() : choices, List.of());
    }

    private Count vague(int at) {
        var word = message.word(at).equals("of") ? at - 1 : at;
        return new Count(message.written(word, word + 1), List.of(), List.of());
    }

    private @Nullable Numeral endingAt(int to) {
        return numerals.stream().filter(it -> it.to() == to).findFirst().orElse(null);
    }

    private static int priced(List<int[]> spans, int at) {
        return spans.stream()
                .filter(it -> it[1] == at)
                .mapToInt(it -> it[0])
                .findFirst()
                .orElse(at);
    }
}
