package io.frontdesk.conversationalpayment.rulereading;

import io.frontdesk.conversationalpayment.amounts.AmountReader;
import io.frontdesk.conversationalpayment.amounts.Sum;
import io.frontdesk.conversationalpayment.currencies.Setting;
import io.frontdesk.conversationalpayment.intents.Wants;
import io.frontdesk.conversationalpayment.intents.WantsReader;
import io.frontdesk.conversationalpayment.itemnames.Item;
import io.frontdesk.conversationalpayment.itemnames.Selection;
import io.frontdesk.conversationalpayment.manipulation.Suspicion;
import io.frontdesk.conversationalpayment.numerals.Numerals;
import io.frontdesk.conversationalpayment.understanding.Ambiguity;
import io.frontdesk.conversationalpayment.understanding.Ambiguity.Kind;
import io.frontdesk.conversationalpayment.understanding.Amount;
import io.frontdesk.conversationalpayment.understanding.Asked;
import io.frontdesk.conversationalpayment.understanding.Chosen;
import io.frontdesk.conversationalpayment.understanding.Context;
import io.frontdesk.conversationalpayment.understanding.Intent;
import io.frontdesk.conversationalpayment.understanding.MessageReader;
import io.frontdesk.conversationalpayment.understanding.Understood;
import io.frontdesk.conversationalpayment.understanding.Wish;
import io.frontdesk.conversationalpayment.wording.Message;
import io.frontdesk.conversationalpayment.wording.Skeleton;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads messages by rules: the same words against the same context always mean the same. */
@Component
public final class RuleReader implements MessageReader {
    private static final int LONGEST = 2_000;

    @Override
    public Understood read(String text, Context context) {
        return text.length() > LONGEST
                ? new Understood(Intent.OTHER, List.of(), null, List.of(), true)
                : new Reading(Message.of(text), context).understood();
    }

    private static Item item(Wish wish) {
        var names = new LinkedHashSet<String>();
        names.add(wish.name());
        names.addAll(wish.otherNames());
        return new Item(wish.itemId(), names, names.stream().anyMatch(Suspicion::instructs));
    }

    /** One message on its way through the rules. */
    private static final class Reading {
        private final Message message;
        private final Context context;
        private final Selection selection;
        private final List<Sum> sums;
        private final List<Ambiguity> ambiguities = new ArrayList<>();

        Reading(Message message, Context context) {
            this.message = message;
            this.context = context;
            var asked = context.asked();
            var setting =
                    new Setting(context.currency(), context.locale(), asked == Asked.WHICH_AMOUNT);
            var numerals = Numerals.in(message, context.locale());
            var amounts = new AmountReader(message, setting);
            selection =
                    Selection.of(
                            message, context.catalogue().stream().map(RuleReader::item).toList());
            selection.count(numerals, amounts.priced(numerals, selection.tokens()));
            sums = amounts.read(numerals, selection.tokens(), selection.counting());
            if (asked != Asked.WHICH_AMOUNT && selection.mentions().isEmpty()) {
                selection.countAlone(numerals, sums, asked == Asked.HOW_MANY);
            }
        }

        Understood understood() {
            var skeleton = Skeleton.of(message, selection.tokens(), spans(), selection.counted());
            var suspicious = Suspicion.raised(message, message.original(), skeleton);
            var wants = WantsReader.read(skeleton, context.asked() != Asked.NOTHING);
            var removed = wants == Wants.CHANGE && selection.takenBack();
            var items = items(removed);
            var amount = amount();
            if (context.asked() == Asked.WHICH_CURRENCY && sums.isEmpty()) {
                currency();
            }
            var answered = !items.isEmpty() || amount != null || !ambiguities.isEmpty();
            var intent = intent(wants, answered, suspicious);
            return new Understood(intent, items, amount, List.copyOf(ambiguities), suspicious);
        }

        private Intent intent(Wants wants, boolean answered, boolean suspicious) {
            var asked = context.asked();
            return switch (wants) {
                case PAY -> Intent.PAY;
                case ANSWER -> asked == Asked.CONFIRM_QUOTE ? Intent.CHANGE : Intent.PAY;
                case CHANGE -> Intent.CHANGE;
                case YES ->
                        asked == Asked.CONFIRM_QUOTE && !answered && !suspicious
                                ? Intent.CONFIRM
                                : Intent.OTHER;
                case NO -> Intent.DECLINE;
                case CANCEL -> Intent.CANCEL;
                case STATUS -> Intent.ASK_STATUS;
                case NOTHING ->
                        answered && (asked == Asked.HOW_MANY || asked == Asked.WHICH_CURRENCY)
                                ? Intent.PAY
                                : Intent.OTHER;
            };
        }

        private List<Chosen> items(boolean removed) {
            var items = new ArrayList<Chosen>();
            for (var line : selection.lines()) {
                var count = line.count();
                if (removed) {
                    ambiguities.add(new Ambiguity(Kind.ITEM, selection.written(line), List.of()));
                    continue;
                }
                if (line.mention().clear()) {
                    var quantity = count.clear() ? count.choices().getFirst() : 1;
                    items.add(new Chosen(line.mention().items().getFirst().id(), quantity));
                } else {
                    var names = line.mention().items().stream().map(it -> it.shown()).toList();
                    ambiguities.add(new Ambiguity(Kind.ITEM, selection.written(line), names));
                }
                if (!count.clear()) {
                    ambiguities.add(quantity(count.written(), count.choices()));
                }
            }
            var alone = selection.alone();
            if (alone != null && alone.clear() && context.catalogue().size() == 1) {
                var only = context.catalogue().getFirst().itemId();
                items.add(new Chosen(only, alone.choices().getFirst()));
            } else if (alone != null) {
                ambiguities.add(quantity(alone.written(), alone.choices()));
            }
            return List.copyOf(items);
        }

        private static Ambiguity quantity(String written, List<Integer> choices) {
            return new Ambiguity(
                    Kind.QUANTITY, written, choices.stream().map(String::valueOf).toList());
        }

        private @Nullable Amount amount() {
            if (sums.isEmpty()) {
                return null;
            }
            var sum = sums.getFirst();
            var written = message.written(sum.from(), sum.to());
            if (sums.size() > 1
                    || sum.values().size() != 1
                    || sum.doubtful()
                    || message.reordered()) {
                var choices = sums.stream().flatMap(Reading::shown).distinct().toList();
                var all = message.written(sum.from(), sums.getLast().to());
                ambiguities.add(new Ambiguity(Kind.AMOUNT, all, choices));
                return null;
            }
            if (!sum.known() || sum.currencies().size() > 1) {
                ambiguities.add(new Ambiguity(Kind.CURRENCY, written, sum.currencies()));
            }
            var code = sum.currencies().size() == 1 ? sum.currencies().getFirst() : null;
            return sum.known()
                    ? new Amount(
                            sum.values().getFirst(),
                            code == null ? null : CurrencyUnit.of(code),
                            written)
                    : null;
        }

        private static Stream<String> shown(Sum sum) {
            var code = sum.currencies().size() == 1 ? " " + sum.currencies().getFirst() : "";
            return sum.values().stream().map(it -> it.toPlainString() + code);
        }

        private void currency() {
            var setting = new Setting(context.currency(), context.locale(), false);
            var named = new AmountReader(message, setting).currency(selection.tokens());
            if (named != null) {
                ambiguities.add(new Ambiguity(Kind.CURRENCY, named.written(), named.codes()));
            }
        }

        private BitSet spans() {
            var spans = new BitSet();
            sums.forEach(it -> spans.set(it.from(), it.to()));
            return spans;
        }
    }
}
