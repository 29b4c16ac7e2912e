package io.frontdesk.conversationalpayment.collecting;

import io.frontdesk.conversationalpayment.phrasing.Replies;
import io.frontdesk.conversationalpayment.shopping.Shop;
import io.frontdesk.conversationalpayment.understanding.Amount;
import io.frontdesk.conversationalpayment.understanding.Wish;
import io.frontdesk.conversationalpayment.wording.Folding;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Takes out what is no longer wanted, and says so where the catalogue has the last word. */
final class Corrections {
    private final Shop.Shelf shelf;
    private final Replies replies;
    private final List<String> notes;

    Corrections(Shop.Shelf shelf, Replies replies, List<String> notes) {
        this.shelf = shelf;
        this.replies = replies;
        this.notes = notes;
    }

    /** Null when several of what is wanted go by this name. */
    @Nullable Wanted leftOut(Wanted wanted, String written) {
        var meant =
                wanted.items().stream()
                        .flatMap(item -> shelf.find(item.itemId()).stream())
                        .filter(wish -> goesBy(wish, Folding.fold(written)))
                        .toList();
        if (meant.size() > 1) {
            return null;
        }
        if (meant.isEmpty()) {
            notes.add(replies.say("not-chosen", written));
            return wanted;
        }
        var gone = meant.getFirst();
        notes.add(replies.say("left-out", gone.name()));
        var left = wanted.without(gone.itemId());
        return gone.price() == null ? left.withAmount(null) : left;
    }

    private static boolean goesBy(Wish wish, String written) {
        return Stream.concat(Stream.of(wish.name()), wish.otherNames().stream())
                .map(Folding::fold)
                .anyMatch(name -> name.contains(written) || written.contains(name));
    }

    /** The catalogue's price wins over the visitor's wish, and the visitor is told so. */
    void fixed(Wanted wanted, @Nullable Amount wish) {
        var total =
                wanted.items().stream()
                        .map(item -> price(item.itemId()).multipliedBy(item.quantity()))
                        .reduce(Money::plus);
        if (wish != null && total.filter(sum -> same(sum, wish)).isPresent()) {
            return;
        }
        for (var item : wanted.items()) {
            var price = price(item.itemId());
            if (wish == null
                    || (!same(price, wish) && !same(price.multipliedBy(item.quantity()), wish))) {
                var name = shelf.find(item.itemId()).orElseThrow().name();
                notes.add(replies.say("price-fixed", name, replies.money(price)));
            }
        }
    }

    private Money price(java.util.UUID item) {
        return Objects.requireNonNull(shelf.find(item).orElseThrow().price());
    }

    private static boolean same(Money price, Amount wish) {
        return (wish.currency() == null || wish.currency().equals(price.getCurrencyUnit()))
                && price.getAmount().compareTo(wish.value()) == 0;
    }
}
