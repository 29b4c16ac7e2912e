package io.frontdesk.conversationalpayment.amounts;

import io.frontdesk.conversationalpayment.currencies.CurrencyChoice;
import io.frontdesk.conversationalpayment.currencies.CurrencyMention;
import io.frontdesk.conversationalpayment.currencies.CurrencyWords;
import io.frontdesk.conversationalpayment.currencies.Setting;
import io.frontdesk.conversationalpayment.numerals.Numeral;
import io.frontdesk.conversationalpayment.numerals.Numeral.Notation;
import io.frontdesk.conversationalpayment.wording.Message;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Numbers that stand beside a currency. */
final class PricedNumerals {
    private static final Set<String> MINUS = Set.of("minus", "moins", "menos", "negative");

    private static final Set<String> PARTS =
            Set.of(
                    "half", "%", "percent", "prozent", "halfte", "moitie", "mitad", "third",
                    "quarter");
    private static final Set<String> HALF =
            Set.of("and a half", "und ein halb", "et demi", "y medio", "einhalb");

    private final Message message;
    private final Setting setting;
    private final BitSet taken;
    private final Map<Numeral, Sum> sums = new LinkedHashMap<>();
    private final Map<Numeral, Sum> hundredths = new LinkedHashMap<>();

    PricedNumerals(Message message, Setting setting, BitSet foreign) {
        this.message = message;
        this.setting = setting;
        this.taken = (BitSet) foreign.clone();
    }

    void read(List<Numeral> numerals) {
        for (var numeral : numerals) {
            if (taken.get(numeral.from(), numeral.to()).isEmpty()) {
                bind(numeral);
            }
        }
    }

    Map<Numeral, Sum> sums() {
        return sums;
    }

    /** Sums of hundredths, such as "fifty cents". */
    Map<Numeral, Sum> hundredths() {
        return hundredths;
    }

    private void bind(Numeral numeral) {
        var before = numeral.notation() == Notation.ARTICLE ? null : before(numeral.from());
        var behind = behind(numeral);
        if (before != null && behind != null) {
            var same = before.codes().equals(behind.codes());
            var left = belongsLeft(numeral, before, behind);
            before = same || left ? before : null;
            behind = same || !left ? behind : null;
        }
        var mention = before != null ? before : behind;
        if (mention == null || (before == null && torn(numeral.from()))) {
            return;
        }
        var from = before == null ? numeral.from() : before.from();
        var to = behind == null ? numeral.to() : behind.to();
        var negative = negative(from, numeral.from());
        taken.set(from, to);
        from = negative < 0 ? from : Math.min(from, negative);
        put(numeral, mention, from, to, negative >= 0);
    }

    /** Digits of something longer, such as "1e3" or "5²4". */
    private boolean torn(int from) {
        var before = from - 1;
        return message.glued(from)
                && (message.token(before).word()
                        || message.token(before).symbol("#_@&\\^\uFFFC")
                        || (message.token(before).symbol(":")
                                && message.glued(before)
                                && message.token(before - 1).digits()));
    }

    /** "12 34 €", "half of 100 €", "20 € and a half": who knows. */
    private boolean doubtful(Numeral numeral, int from, int to) {
        var part = Set.of("of", "von", "de", "auf", "vom", "d").contains(message.word(from - 1));
        var behind = message.word(to) + " " + message.word(to + 1) + " " + message.word(to + 2);
        return afterDigits(numeral)
                || (part && PARTS.contains(message.word(from - 2)))
                || (part && PARTS.contains(message.word(from - 3)))
                || HALF.stream().anyMatch(behind::startsWith);
    }

    private boolean afterDigits(Numeral numeral) {
        return numeral.from() > 0
                && message.token(numeral.from()).digits()
                && message.token(numeral.from() - 1).digits();
    }

    private void put(Numeral numeral, CurrencyMention mention, int from, int to, boolean negative) {
        var codes = CurrencyChoice.among(mention.codes(), setting);
        var values = Values.of(numeral, negative, codes, setting);
        var known = !codes.isEmpty() || mention.hundredth();
        var sum = new Sum(from, to, values, codes, known, doubtful(numeral, from, to));
        if (mention.hundredth()) {
            var whole = numeral.whole();
            var value = whole > 0 ? List.of(BigDecimal.valueOf(whole, 2)) : List.<BigDecimal>of();
            hundredths.put(numeral, sum.with(from, to, value));
        } else {
            sums.put(numeral, sum);
        }
    }

    private @Nullable CurrencyMention before(int from) {
        var end = from;
        if (end > 1
                && message.token(end - 1).symbol("-+:.")
                && !message.token(end - 1).symbol("-+")) {
            end--;
        } else if (end > 1 && message.token(end - 1).symbol("-+") && message.glued(end)) {
            end--;
        }
        CurrencyMention found = null;
        for (var start = end - 1; start >= Math.max(0, end - 4); start--) {
            var mention = CurrencyWords.at(message, start, false);
            if (mention != null && mention.to() == end && taken.get(start, end).isEmpty()) {
                found = mention;
            }
        }
        return found;
    }

    private @Nullable CurrencyMention behind(Numeral numeral) {
        var at = numeral.to();
        if (message.glued(at) && message.token(at).symbol("-") && message.glued(at + 1)) {
            at++;
        }
        if (at >= message.size() || (numeral.notation() == Notation.ARTICLE && a(numeral))) {
            return null;
        }
        var mention = CurrencyWords.at(message, at, true);
        return mention != null && taken.get(mention.from(), mention.to()).isEmpty()
                ? mention
                : null;
    }

    private boolean a(Numeral numeral) {
        return message.word(numeral.from()).startsWith("a");
    }

    private boolean belongsLeft(Numeral numeral, CurrencyMention before, CurrencyMention behind) {
        var gluedLeft = message.glued(numeral.from());
        var gluedRight = message.glued(numeral.to());
        if (gluedLeft != gluedRight) {
            return gluedLeft;
        }
        var next = behind.to() < message.size() && message.token(behind.to()).digits();
        return behind.hundredth() || (next && before.from() == 0);
    }

    /** Where the sign stands, or -1. A dash between two numbers is none. */
    private int negative(int from, int digits) {
        for (var at : new int[] {from - 1, digits - 1}) {
            if (at < 0) {
                continue;
            }
            var dash = message.token(at).symbol("-") && message.glued(at + 1);
            if ((dash && (at == 0 || !message.glued(at) || (at == digits - 1 && at > from)))
                    || MINUS.contains(message.word(at))) {
                return at;
            }
        }
        return -1;
    }
}
