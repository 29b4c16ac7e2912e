package io.frontdesk.conversationalpayment.amounts;

import io.frontdesk.conversationalpayment.currencies.CurrencyChoice;
import io.frontdesk.conversationalpayment.currencies.CurrencyWords;
import io.frontdesk.conversationalpayment.currencies.Setting;
import io.frontdesk.conversationalpayment.numerals.Numeral;
import io.frontdesk.conversationalpayment.numerals.Numeral.Notation;
import io.frontdesk.conversationalpayment.wording.Message;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads all sums of a message and tells which of them are meant. */
public final class AmountReader {
    private final Message message;
    private final Setting setting;

    public AmountReader(Message message, Setting setting) {
        this.message = message;
        this.setting = setting;
    }

    /**
     * The different sums that the message may mean; a sum that it takes back ("not 50 € but 45 €")
     * is left out.
     *
     * @param numerals all numbers of the message
     * @param foreign tokens that belong to the names of items
     * @param counting numbers that count items
     */
    public List<Sum> read(List<Numeral> numerals, BitSet foreign, List<Numeral> counting) {
        var priced = new PricedNumerals(message, setting, foreign);
        priced.read(numerals.stream().filter(it -> !counting.contains(it)).toList());
        var bound = new Joined(message, setting, priced).join(numerals, counting);
        var sums = new ArrayList<>(bound.values());
        var bare = new BareNumerals(message, setting);
        var others = new ArrayList<Sum>();
        for (var index = 0; index < numerals.size(); index++) {
            var numeral = numerals.get(index);
            if (!counting.contains(numeral)
                    && foreign.get(numeral.from(), numeral.to()).isEmpty()
                    && !covered(sums, numeral)) {
                var next = index + 1 < numerals.size() ? numerals.get(index + 1) : null;
                var sum = bare.read(numeral, next);
                if (sum != null) {
                    sums.add(sum);
                } else {
                    bare.rival(numeral).ifPresent(others::add);
                }
            }
        }
        if (sums.stream().anyMatch(it -> it.currencies().isEmpty() && it.known())) {
            sums.addAll(others); // "pay 100 now and 50 later"
        }
        sums.sort(Comparator.comparingInt(Sum::from));
        return distinct(kept(sums));
    }

    /** The numbers that are priced, so that they count nothing. */
    public List<Numeral> priced(List<Numeral> numerals, BitSet foreign) {
        var priced = new PricedNumerals(message, setting, foreign);
        priced.read(numerals);
        var all = new ArrayList<>(priced.sums().keySet());
        all.addAll(priced.hundredths().keySet());
        return all;
    }

    /** The codes of the first currency that is named, whether beside a number or not. */
    public @Nullable Named currency(BitSet foreign) {
        for (var at = 0; at < message.size(); at++) {
            var mention = foreign.get(at) ? null : CurrencyWords.at(message, at, true);
            if (mention != null && !mention.hundredth() && !mention.codes().isEmpty()) {
                var codes = CurrencyChoice.among(mention.codes(), setting);
                return new Named(message.written(mention.from(), mention.to()), codes);
            }
        }
        return null;
    }

    /** Whether a number names a date, a time, a telephone, a reference or a measure. */
    public static boolean otherMeaning(Message message, Numeral numeral) {
        return numeral.notation() != Notation.ARTICLE
                && NotMoney.excludes(message, numeral)
                && !NotMoney.pieces(message, numeral);
    }

    /** Whether the words before a token take back what stands there. */
    public static boolean takenBack(Message message, int from) {
        return TakenBack.at(message, from);
    }

    /** A currency as written, and what it can mean. */
    public record Named(String written, List<String> codes) {}

    private static boolean covered(List<Sum> sums, Numeral numeral) {
        return sums.stream().anyMatch(it -> it.from() <= numeral.from() && it.to() >= numeral.to());
    }

    private List<Sum> kept(List<Sum> sums) {
        var kept = sums.stream().filter(it -> !TakenBack.at(message, it.from())).toList();
        return kept.isEmpty() ? sums : kept;
    }

    private static List<Sum> distinct(List<Sum> sums) {
        var distinct = new ArrayList<Sum>();
        for (var sum : sums) {
            var twin = distinct.stream().filter(it -> same(it, sum)).findFirst().orElse(null);
            if (twin == null) {
                distinct.add(sum);
            } else if (twin.currencies().isEmpty() && !sum.currencies().isEmpty()) {
                distinct.set(distinct.indexOf(twin), sum);
            }
        }
        return List.copyOf(distinct);
    }

    private static boolean same(Sum one, Sum other) {
        var alike =
                one.currencies().equals(other.currencies())
                        || one.currencies().isEmpty()
                        || other.currencies().isEmpty();
        return alike
                && one.values().size() == 1
                && other.values().size() == 1
                && one.values().getFirst().compareTo(other.values().getFirst()) == 0;
    }

    static boolean gap(Message message, int from, int to, Set<String> allowed) {
        var words = new StringBuilder();
        for (var at = from; at < to && at < from + 4; at++) {
            words.append(words.isEmpty() ? "" : " ").append(message.word(at));
        }
        return to - from <= 4 && allowed.contains(words.toString());
    }
}
