package io.frontdesk.conversationalpayment.collecting;

import io.frontdesk.conversationalpayment.phrasing.Replies;
import io.frontdesk.conversationalpayment.shopping.Shop;
import io.frontdesk.conversationalpayment.understanding.Ambiguity;
import io.frontdesk.conversationalpayment.understanding.Amount;
import io.frontdesk.conversationalpayment.understanding.Asked;
import io.frontdesk.conversationalpayment.understanding.Chosen;
import io.frontdesk.conversationalpayment.understanding.Intent;
import io.frontdesk.conversationalpayment.understanding.Understood;
import io.frontdesk.conversationalpayment.understanding.Wish;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Puts a message together with what was said before. What is unclear is asked, never guessed. */
public final class Collect {
    private static final int NAMES = 8;
    private static final BigDecimal LARGEST = new BigDecimal("1000000000");

    private final Shop.Shelf shelf;
    private final CurrencyUnit currency;
    private final Replies replies;
    private final List<String> notes = new ArrayList<>();

    public Collect(Shop.Shelf shelf, CurrencyUnit currency, Replies replies) {
        this.shelf = shelf;
        this.currency = currency;
        this.replies = replies;
    }

    public Outcome next(Wanted before, Understood understood) {
        var wanted = chosen(before, understood);
        if (understood.amount() != null) {
            wanted = priced(wanted, understood.amount());
        }
        if (!understood.ambiguities().isEmpty()) {
            return unclear(wanted, understood.ambiguities().getFirst());
        }
        if (wanted.items().isEmpty()) {
            notes.add(
                    shelf.wishes().isEmpty()
                            ? replies.say("nothing-in-sale")
                            : replies.say("which-item", names(shelf.wishes())));
            return missing(wanted, "item", Asked.WHICH_ITEM);
        }
        var open = open(wanted);
        if (open.size() > 1) {
            notes.add(replies.say("one-open-item", names(open)));
            return missing(wanted.withAmount(null), "item", Asked.WHICH_ITEM);
        }
        if (open.size() == 1 && wanted.amount() == null) {
            notes.add(replies.say("which-amount", open.getFirst().name()));
            return missing(wanted, "amount", Asked.WHICH_AMOUNT);
        }
        return new Outcome(wanted.asking(Asked.NOTHING), List.of(), List.copyOf(notes));
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

    private Wanted priced(Wanted wanted, Amount amount) {
        var open = open(wanted);
        if (open.isEmpty() && !wanted.items().isEmpty()) {
            fixed(wanted, amount);
            return wanted.withAmount(null);
        }
        if (amount.currency() != null && !amount.currency().equals(currency)) {
            notes.add(replies.say("other-currency", currency.getCode()));
            return wanted;
        }
        var value = amount.value().stripTrailingZeros();
        if (value.signum() <= 0
                || value.compareTo(LARGEST) > 0
                || value.scale() > currency.getDecimalPlaces()) {
            notes.add(replies.say("amount-invalid", amount.written()));
            return wanted;
        }
        return wanted.withAmount(Money.of(currency, value.setScale(currency.getDecimalPlaces())));
    }

    /** The catalogue's price wins over the visitor's wish, and the visitor is told so. */
    private void fixed(Wanted wanted, Amount amount) {
        for (var item : wanted.items()) {
            var wish = shelf.find(item.itemId()).orElseThrow();
            var price = Objects.requireNonNull(wish.price());
            var same =
                    price.getAmount().compareTo(amount.value()) == 0
                            || price.multipliedBy(item.quantity())
                                            .getAmount()
                                            .compareTo(amount.value())
                                    == 0;
            if (!same) {
                notes.add(replies.say("price-fixed", wish.name(), replies.money(price)));
            }
        }
    }

    private Outcome unclear(Wanted wanted, Ambiguity ambiguity) {
        if (ambiguity.kind() == Ambiguity.Kind.CURRENCY
                && !ambiguity.choices().contains(currency.getCode())) {
            notes.add(replies.say("other-currency", currency.getCode()));
            return missing(wanted, "amount", Asked.WHICH_AMOUNT);
        }
        var choices = String.join(", ", ambiguity.choices());
        notes.add(
                choices.isEmpty()
                        ? replies.say("unclear", ambiguity.written())
                        : replies.say("which-of", ambiguity.written(), choices));
        return switch (ambiguity.kind()) {
            case ITEM -> missing(wanted, "item", Asked.WHICH_ITEM);
            case QUANTITY -> missing(wanted, "quantity", Asked.HOW_MANY);
            case AMOUNT -> missing(wanted, "amount", Asked.WHICH_AMOUNT);
            case CURRENCY -> missing(wanted, "currency", Asked.WHICH_CURRENCY);
        };
    }

    private Outcome missing(Wanted wanted, String what, Asked asked) {
        return new Outcome(wanted.asking(asked), List.of(what), List.copyOf(notes));
    }

    private List<Wish> open(Wanted wanted) {
        return wanted.items().stream()
                .flatMap(item -> shelf.find(item.itemId()).stream())
                .filter(wish -> wish.price() == null)
                .toList();
    }

    private static String names(List<Wish> wishes) {
        return wishes.stream().limit(NAMES).map(Wish::name).collect(Collectors.joining(", "));
    }
}
