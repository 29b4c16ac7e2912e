package io.frontdesk.conversationalpayment.collecting;

import io.frontdesk.conversationalpayment.shopping.Shop;
import io.frontdesk.conversationalpayment.understanding.Chosen;
import io.frontdesk.conversationalpayment.understanding.Intent;
import io.frontdesk.conversationalpayment.understanding.Understood;
import io.frontdesk.conversationalpayment.understanding.Wish;
import io.frontdesk.conversationalpayment.wording.Message;
import io.frontdesk.conversationalpayment.wording.Token;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads answers that point at one of the things that were offered: "the second", "the cheaper". */
public final class Pointing {
    private static final int LONGEST = 6;
    private static final List<Set<String>> PLACES =
            List.of(
                    Set.of(
                            "first",
                            "erste",
                            "ersten",
                            "erstes",
                            "erster",
                            "premier",
                            "premiere",
                            "primero",
                            "primera"),
                    Set.of(
                            "second",
                            "zweite",
                            "zweiten",
                            "zweites",
                            "zweiter",
                            "deuxieme",
                            "segundo",
                            "segunda"),
                    Set.of(
                            "third",
                            "dritte",
                            "dritten",
                            "drittes",
                            "dritter",
                            "troisieme",
                            "tercero",
                            "tercera"));
    private static final Set<String> LAST =
            Set.of(
                    "last",
                    "letzte",
                    "letzten",
                    "letztes",
                    "letzter",
                    "dernier",
                    "derniere",
                    "ultimo",
                    "ultima");
    private static final Set<String> CHEAP =
            Set.of(
                    "cheaper",
                    "cheapest",
                    "billigere",
                    "billigeren",
                    "billigste",
                    "billigsten",
                    "gunstigere",
                    "gunstigeren",
                    "gunstigste",
                    "gunstigsten");
    private static final Set<String> DEAR =
            Set.of("dearer", "dearest", "pricier", "teurere", "teureren", "teuerste", "teuersten");

    private Pointing() {}

    /** The message with the item that it points at, or as it was. */
    public static Understood resolved(
            Understood understood, String text, Wanted before, Shop.Shelf shelf) {
        if (before.offered().size() < 2
                || !understood.items().isEmpty()
                || understood.amount() != null
                || understood.suspicious()
                || understood.intent() == Intent.CANCEL
                || understood.intent() == Intent.ASK_STATUS) {
            return understood;
        }
        var message = Message.of(text);
        if (message.size() > LONGEST) {
            return understood;
        }
        var words =
                message.tokens().stream()
                        .filter(Token::word)
                        .map(Token::folded)
                        .collect(Collectors.toSet());
        return pointed(words, before.offered(), shelf)
                .map(item ->
                        new Understood(
                                Intent.PAY,
                                List.of(new Chosen(item, 1)),
                                null,
                                List.of(),
                                understood.suspicious()))
                .orElse(understood);
    }

    private static Optional<UUID> pointed(Set<String> words, List<UUID> offered, Shop.Shelf shelf) {
        if (words.stream().anyMatch(LAST::contains)) {
            return Optional.of(offered.getLast());
        }
        for (var place = 0; place < PLACES.size() && place < offered.size(); place++) {
            if (words.stream().anyMatch(PLACES.get(place)::contains)) {
                return Optional.of(offered.get(place));
            }
        }
        var dear = words.stream().anyMatch(DEAR::contains) || words.contains("expensive");
        var cheap = words.stream().anyMatch(CHEAP::contains);
        var wishes = offered.stream().flatMap(id -> shelf.find(id).stream()).toList();
        if (dear == cheap || wishes.stream().anyMatch(wish -> wish.price() == null)) {
            return Optional.empty();
        }
        var byPrice = Comparator.comparing((Wish wish) -> Objects.requireNonNull(wish.price()));
        var sorted = wishes.stream().sorted(cheap ? byPrice : byPrice.reversed()).toList();
        return sorted.size() < 2 || byPrice.compare(sorted.get(0), sorted.get(1)) == 0
                ? Optional.empty()
                : Optional.of(sorted.getFirst().itemId());
    }
}
