package io.frontdesk.conversationalpayment.itemnames;

import io.frontdesk.conversationalpayment.amounts.AmountReader;
import io.frontdesk.conversationalpayment.amounts.Sum;
import io.frontdesk.conversationalpayment.numerals.Numeral;
import io.frontdesk.conversationalpayment.wording.Message;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The items that a message names, with their counts; one that it takes back is left out. */
public final class Selection {
    private static final Set<String> NEGATIONS =
            Set.of(
                    "not",
                    "no",
                    "nicht",
                    "kein",
                    "keine",
                    "keinen",
                    "pas",
                    "ohne",
                    "without",
                    "sans",
                    "sin",
                    "statt",
                    "anstatt",
                    "lieu",
                    "vez",
                    "lugar",
                    "than",
                    "remove",
                    "instead",
                    "out",
                    "off",
                    "drop",
                    "delete",
                    "swap",
                    "replace",
                    "exchange",
                    "tausche",
                    "ersetze",
                    "entferne",
                    "streiche",
                    "remplace",
                    "remplacez",
                    "remplacer",
                    "enleve",
                    "enlevez",
                    "enlever",
                    "quita",
                    "quitar",
                    "retira",
                    "cambia",
                    "cambiar");
    private static final Set<String> BETWEEN =
            Set.of(
                    "the", "a", "an", "of", "den", "die", "das", "der", "ein", "eine", "einen",
                    "la", "le", "l", "de", "du", "un", "une", "el", "una", "my");
    private static final Set<String> CHANGES =
            Set.of(
                    "said",
                    "meant",
                    "mean",
                    "it",
                    "that",
                    "lieber",
                    "rather",
                    "plutot",
                    "mejor",
                    "to",
                    "auf",
                    "draus",
                    "instead",
                    "statt",
                    "stattdessen",
                    "doch",
                    "nur",
                    "only",
                    "just",
                    "actually",
                    "solo",
                    "seulement",
                    "sean",
                    "no",
                    "nein",
                    "non");
    private static final int MOST_ALONE = 10;
    private static final int MOST = 1_000_000_000;

    private final Message message;
    private final BitSet tokens;
    private final List<Mention> mentions;
    private final List<Line> lines = new ArrayList<>();
    private final List<Numeral> counting = new ArrayList<>();
    private @Nullable Count alone;

    private Selection(Message message, List<Item> items) {
        this.message = message;
        this.tokens = NameReader.tokens(message, items);
        this.mentions = kept(NameReader.read(message, items));
    }

    public static Selection of(Message message, List<Item> items) {
        return new Selection(message, items);
    }

    /** What is named and how many of it. */
    public record Line(Mention mention, Count count) {}

    private List<Mention> kept(List<Mention> all) {
        var kept = all.stream().filter(it -> !negated(it.from())).toList();
        return kept.isEmpty() ? all : kept;
    }

    /** Whether all that is named is taken back ("without the shampoo"). */
    public boolean takenBack() {
        return !mentions.isEmpty() && mentions.stream().allMatch(it -> negated(it.from()));
    }

    private boolean negated(int from) {
        var at = from - 1;
        while (at > 0 && BETWEEN.contains(message.word(at))) {
            at--;
        }
        return NEGATIONS.contains(message.word(at));
    }

    /** Reads the counts of what is named from the numbers that are not priced. */
    public void count(List<Numeral> numerals, List<Numeral> priced) {
        var free = free(numerals, priced);
        var spans = priced.stream().map(it -> span(it)).toList();
        var reader = new Counting(message, free);
        for (var mention : mentions) {
            var count = reader.of(mention, spans);
            lines.add(new Line(mention, count));
            counting.addAll(count.numerals());
        }
    }

    /** A priced number with the one word of currency that stands beside it. */
    private int[] span(Numeral numeral) {
        var behind = Math.min(message.size(), numeral.to() + 1);
        var before = message.token(Math.max(0, numeral.from() - 1)).symbol("€$£¥");
        return before
                ? new int[] {numeral.from() - 1, numeral.to()}
                : new int[] {numeral.from(), behind};
    }

    /** Reads a count that stands alone: as an answer, or beside a word of change. */
    public void countAlone(List<Numeral> numerals, List<Sum> sums, boolean asked) {
        var free =
                free(numerals, List.of()).stream()
                        .filter(it -> sums.stream().noneMatch(sum -> inside(sum, it)))
                        .filter(it -> !AmountReader.takenBack(message, it.from()))
                        .filter(it -> asked || changed(it))
                        .toList();
        if (asked || !free.isEmpty()) {
            alone = new Counting(message, free).alone(asked, asked ? MOST : MOST_ALONE);
            if (alone != null) {
                counting.addAll(alone.numerals());
            }
        }
    }

    private boolean changed(Numeral numeral) {
        var before = numeral.from() - 1;
        while (before > 0 && message.token(before).symbol(",:")) {
            before--;
        }
        return CHANGES.contains(message.word(before))
                || CHANGES.contains(message.word(numeral.to()));
    }

    private static boolean inside(Sum sum, Numeral numeral) {
        return sum.from() <= numeral.from() && sum.to() >= numeral.to();
    }

    private List<Numeral> free(List<Numeral> numerals, List<Numeral> priced) {
        return numerals.stream()
                .filter(it -> !priced.contains(it))
                .filter(it -> tokens.get(it.from(), it.to()).isEmpty())
                .filter(it -> !AmountReader.otherMeaning(message, it))
                .toList();
    }

    public BitSet tokens() {
        return tokens;
    }

    public List<Mention> mentions() {
        return mentions;
    }

    public List<Line> lines() {
        return lines;
    }

    public List<Numeral> counting() {
        return counting;
    }

    public @Nullable Count alone() {
        return alone;
    }

    /** The tokens of all counts. */
    public BitSet counted() {
        var counted = new BitSet();
        counting.forEach(it -> counted.set(it.from(), it.to()));
        return counted;
    }

    public String written(Line line) {
        return message.written(line.mention().from(), line.mention().to());
    }
}
