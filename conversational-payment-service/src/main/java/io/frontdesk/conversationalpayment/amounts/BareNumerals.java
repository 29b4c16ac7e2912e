package io.frontdesk.conversationalpayment.amounts;

import io.frontdesk.conversationalpayment.currencies.Setting;
import io.frontdesk.conversationalpayment.numerals.Numeral;
import io.frontdesk.conversationalpayment.numerals.Numeral.Notation;
import io.frontdesk.conversationalpayment.wording.Message;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Numbers without a currency: money only where the wording or our question says so. */
final class BareNumerals {
    private static final Set<String> CUES =
            NotMoney.words(
                    "pay paying zahle zahlen bezahle bezahlen payer paye pagar pago charge amount"
                            + " betrag montant importe total price preis prix precio sum summe pays"
                            + " deposit spend berechne facturez facture cobra cobrame uberweise");
    private static final Set<String> LINKS =
            NotMoney.words(
                    "to of auf von de is ist est es only nur just me mir bitte at seulement solo"
                            + " por a betragt be should exactly genau");
    private static final Set<String> CHANGES =
            NotMoney.words("it lieber rather plutot mejor to auf draus instead doch actually");
    private static final int LARGEST_COUNT = 10;

    private final Message message;
    private final Setting setting;

    BareNumerals(Message message, Setting setting) {
        this.message = message;
        this.setting = setting;
    }

    @Nullable Sum read(Numeral numeral, @Nullable Numeral next) {
        if (slash(numeral, next)) {
            var whole = numeral.whole();
            var cents = BigDecimal.valueOf(next == null ? 0 : next.whole(), 2);
            var values = List.of(BigDecimal.valueOf(whole).add(cents));
            return new Sum(numeral.from(), numeral.to() + 2, values, List.of(), true, true);
        }
        if (NotMoney.excludes(message, numeral) || afterSlash(numeral)) {
            return null;
        }
        var cue = cue(numeral);
        var price = numeral.notation() == Notation.PRICE || decimals(numeral);
        if (setting.asked() || cue || price) {
            return sum(numeral, false);
        }
        var changed =
                CHANGES.contains(message.word(numeral.from() - 1))
                        && (numeral.whole() > LARGEST_COUNT || numeral.readings().size() > 1);
        return changed ? sum(numeral, true) : null;
    }

    /** A number that could be a sum beside another one without a currency. */
    Optional<Sum> rival(Numeral numeral) {
        var large = numeral.whole() > LARGEST_COUNT;
        return large && !NotMoney.excludes(message, numeral) && !afterSlash(numeral)
                ? Optional.of(sum(numeral, true))
                : Optional.empty();
    }

    private Sum sum(Numeral numeral, boolean doubtful) {
        var sign = numeral.from() - 1;
        var negative =
                sign >= 0
                        && ((message.token(sign).symbol("-")
                                        && message.glued(numeral.from())
                                        && !message.glued(sign))
                                || Set.of("minus", "moins", "menos").contains(message.word(sign)));
        var values = Values.of(numeral, negative, List.of(), setting);
        var from = negative ? sign : numeral.from();
        return new Sum(from, numeral.to(), values, List.of(), true, doubtful);
    }

    private boolean decimals(Numeral numeral) {
        var value = numeral.only();
        return value != null
                && numeral.notation() == Notation.DIGITS
                && value.scale() == 2
                && !NotMoney.calendarLike(message, numeral);
    }

    private boolean cue(Numeral numeral) {
        var at = numeral.from() - 1;
        for (var steps = 0; steps < 3 && at >= 0; steps++, at--) {
            if (!LINKS.contains(message.word(at)) && !message.token(at).symbol(":=")) {
                break;
            }
        }
        return CUES.contains(message.word(at));
    }

    /** "12/50": a sum with decimals, or two of something; a date only where one is possible. */
    private boolean slash(Numeral numeral, @Nullable Numeral next) {
        if (next == null
                || next.from() != numeral.to() + 1
                || next.to() != next.from() + 1
                || !message.token(numeral.to()).symbol("/")
                || !message.glued(numeral.to())
                || !message.glued(next.from())
                || numeral.whole() < 0
                || next.whole() < 0
                || (message.glued(next.to()) && message.token(next.to()).symbol("/"))) {
            return false;
        }
        var two = message.token(next.from()).text().length() == 2;
        return two && !afterSlash(numeral) && (setting.asked() || next.whole() > 31);
    }

    private boolean afterSlash(Numeral numeral) {
        var before = numeral.from() - 1;
        return before > 0 && message.token(before).symbol("/") && message.glued(before);
    }
}
