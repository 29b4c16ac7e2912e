package io.frontdesk.conversationalpayment.collecting;

import io.frontdesk.conversationalpayment.phrasing.Replies;
import io.frontdesk.conversationalpayment.shopping.Shop;
import io.frontdesk.conversationalpayment.understanding.Ambiguity;
import io.frontdesk.conversationalpayment.understanding.Ambiguity.Kind;
import io.frontdesk.conversationalpayment.understanding.Amount;
import io.frontdesk.conversationalpayment.understanding.Asked;
import io.frontdesk.conversationalpayment.understanding.Chosen;
import io.frontdesk.conversationalpayment.understanding.Intent;
import io.frontdesk.conversationalpayment.understanding.Understood;
import io.frontdesk.conversationalpayment.understanding.Wish;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Puts a message together with what was said before. What is unclear is asked, never guessed. */
public final class Collect {
    private static final int NAMES = 8;
    private static final BigDecimal LARGEST = new BigDecimal("1000000000");

    private final Shop.Shelf shelf;
    private final CurrencyUnit currency;
    private final Replies replies;
    private final Corrections corrections;
    private final List<String> notes = new ArrayList<>();

    public Collect(Shop.Shelf shelf, CurrencyUnit currency, Replies replies) {
        this.shelf = shelf;
        this.currency = currency;
        this.replies = replies;
        this.corrections = new Corrections(shelf, replies, notes);
    }

    public Outcome next(Wanted before, Understood understood) {
        var wanted = chosen(before, understood);
        var doubted = understood.ambiguities().stream().anyMatch(it -> it.kind() == Kind.CURRENCY);
        if (understood.amount() != null) {
            wanted = priced(wanted, understood.amount(), doubted);
        }
        for (var ambiguity : understood.ambiguities()) {
            var settled = settled(wanted, ambiguity, understood.intent());
            if (settled == null) {
                return unclear(wanted, ambiguity);
            }
            wanted = settled;
        }
        return complete(wanted);
    }

    private Outcome complete(Wanted wanted) {
        if (wanted.items().isEmpty()) {
            notes.add(
                    shelf.wishes().isEmpty()
                            ? replies.say("nothing-in-sale")
                            : replies.say("which-item", names(shelf.wishes())));
            return asked(wanted, "item", Asked.WHICH_ITEM, ids(shelf.wishes()));
        }
        var open = open(wanted);
        if (open.size() > 1) {
            notes.add(replies.say("one-open-item", names(open)));
            return asked(
                    wanted.withItems(closed(wanted)).withAmount(null),
                    "item",
                    Asked.WHICH_ITEM,
                    ids(open));
        }
        if (open.size() == 1 && wanted.amount() == null) {
            notes.add(replies.say("which-amount", open.getFirst().name()));
            return asked(wanted, "amount", Asked.WHICH_AMOUNT, List.of());
        }
        return new Outcome(wanted.asking(Asked.NOTHING, List.of()), List.of(), List.copyOf(notes));
    }

    private Wanted chosen(Wanted before, Understood understood) {
        var known = before.items().stream().map(Chosen::itemId).collect(Collectors.toSet());
        var others =
                understood.intent() == Intent.CHANGE
                        && understood.items().stream()
                                .anyMatch(item -> !known.contains(item.itemId()));
        // An item that went out of sale meanwhile is wanted no more.
        var inSale =
                before.items().stream()
                        .filter(item -> shelf.find(item.itemId()).isPresent())
                        .toList();
        return before.withItems(inSale).choosing(understood.items(), others);
    }

    private Wanted priced(Wanted wanted, Amount amount, boolean doubted) {
        if (fixedOnly(wanted)) {
            corrections.fixed(wanted, doubted ? null : amount);
            return wanted.withAmount(null);
        }
        if (doubted) {
            return wanted.withAmount(null).withUnsettled(amount.value());
        }
        if (amount.currency() != null && !amount.currency().equals(currency)) {
            notes.add(replies.say("other-currency", currency.getCode()));
            return wanted;
        }
        return priced(wanted, amount.value(), amount.written());
    }

    private Wanted priced(Wanted wanted, BigDecimal sum, String written) {
        var value = sum.stripTrailingZeros();
        if (value.signum() <= 0
                || value.compareTo(LARGEST) > 0
                || value.scale() > currency.getDecimalPlaces()) {
            notes.add(replies.say("amount-invalid", written));
            return wanted;
        }
        return wanted.withAmount(Money.of(currency, value.setScale(currency.getDecimalPlaces())));
    }

    /** What a reading that leaves no choice leads to; null when it has to be asked about. */
    private @Nullable Wanted settled(Wanted wanted, Ambiguity ambiguity, Intent intent) {
        var only = ambiguity.choices().size() == 1 ? ambiguity.choices().getFirst() : null;
        return switch (ambiguity.kind()) {
            case ITEM ->
                    intent == Intent.CHANGE && ambiguity.choices().isEmpty()
                            ? corrections.leftOut(wanted, ambiguity.written())
                            : null;
            case QUANTITY -> {
                var item = only == null ? null : wanted.counted();
                var most = item == null || only == null ? 0 : Integer.parseInt(only);
                yield item == null || most < 1 || most > Chosen.MOST
                        ? null
                        : wanted.choosing(List.of(new Chosen(item.itemId(), most)), false);
            }
            case CURRENCY -> {
                if (fixedOnly(wanted)) {
                    yield wanted;
                }
                if (!currency.getCode().equals(only)) {
                    yield null;
                }
                var sum = wanted.unsettled();
                yield sum == null
                        ? wanted
                        : priced(wanted.withUnsettled(null), sum, sum.toPlainString());
            }
            case AMOUNT -> {
                if (!fixedOnly(wanted)) {
                    yield null;
                }
                corrections.fixed(wanted, null);
                yield wanted;
            }
        };
    }

    private Outcome unclear(Wanted wanted, Ambiguity ambiguity) {
        var choices = ambiguity.choices();
        if (ambiguity.kind() == Kind.CURRENCY && !choices.contains(currency.getCode())) {
            notes.add(replies.say("other-currency", currency.getCode()));
            return asked(wanted.withUnsettled(null), "amount", Asked.WHICH_AMOUNT, List.of());
        }
        if (ambiguity.kind() == Kind.QUANTITY) {
            return howMany(wanted, ambiguity);
        }
        notes.add(
                choices.isEmpty()
                        ? replies.say("unclear", ambiguity.written())
                        : replies.say("which-of", ambiguity.written(), String.join(", ", choices)));
        return switch (ambiguity.kind()) {
            case ITEM -> asked(wanted, "item", Asked.WHICH_ITEM, named(choices));
            case AMOUNT -> asked(wanted, "amount", Asked.WHICH_AMOUNT, List.of());
            default -> asked(wanted, "currency", Asked.WHICH_CURRENCY, List.of());
        };
    }

    private Outcome howMany(Wanted wanted, Ambiguity ambiguity) {
        if (wanted.items().isEmpty()) {
            return complete(wanted);
        }
        if (wanted.counted() == null) {
            var names = wanted.items().stream().flatMap(it -> shelf.find(it.itemId()).stream());
            notes.add(replies.say("how-many-of", names(names.toList())));
        } else if (ambiguity.choices().size() > 1) {
            var choices = String.join(", ", ambiguity.choices());
            notes.add(replies.say("which-of", ambiguity.written(), choices));
        } else {
            notes.add(replies.say("how-many", Chosen.MOST));
        }
        return asked(wanted, "quantity", Asked.HOW_MANY, List.of());
    }

    private Outcome asked(Wanted wanted, String missing, Asked asked, List<UUID> offered) {
        return new Outcome(wanted.asking(asked, offered), List.of(missing), List.copyOf(notes));
    }

    private boolean fixedOnly(Wanted wanted) {
        return !wanted.items().isEmpty() && open(wanted).isEmpty();
    }

    private List<Wish> open(Wanted wanted) {
        return wanted.items().stream()
                .flatMap(item -> shelf.find(item.itemId()).stream())
                .filter(wish -> wish.price() == null)
                .toList();
    }

    private List<Chosen> closed(Wanted wanted) {
        var open = ids(open(wanted));
        return wanted.items().stream().filter(item -> !open.contains(item.itemId())).toList();
    }

    private List<UUID> named(List<String> names) {
        var found = shelf.wishes().stream().filter(wish -> names.contains(wish.name())).toList();
        return found.size() == names.size()
                ? names.stream()
                        .map(name ->
                                found.stream()
                                        .filter(wish -> wish.name().equals(name))
                                        .findFirst()
                                        .orElseThrow()
                                        .itemId())
                        .toList()
                : List.of();
    }

    private static List<UUID> ids(List<Wish> wishes) {
        return wishes.stream().limit(NAMES).map(Wish::itemId).toList();
    }

    private static String names(List<Wish> wishes) {
        var more = wishes.size() > NAMES ? ", …" : "";
        return wishes.stream().limit(NAMES).map(Wish::name).collect(Collectors.joining(", "))
                + more;
    }
}
