package io.frontdesk.conversationalpayment.itemnames;

import io.frontdesk.conversationalpayment.wording.Message;
import io.frontdesk.conversationalpayment.wording.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One name of an item, as words.
 *
 * @param joined the words without spaces, for those who write them together or apart
 */
record Name(Item item, List<String> words, String joined) {
    private static final int LONGEST = 200;
    private static final Set<String> WEAK =
            Set.of(
                    "the", "a", "an", "and", "for", "of", "with", "mit", "fur", "und", "de", "la",
                    "le", "les", "du", "des", "et", "pour", "con", "para", "y", "el", "los", "una",
                    "un", "der", "die", "das", "eine", "ein", "in", "im", "l", "d", "to", "zum",
                    "card", "karte", "carte", "tarjeta", "price", "preis", "prix", "precio", "free",
                    "payment", "zahlung", "link", "pay", "order", "charge", "gift", "new", "all",
                    "vale");

    private static final List<Set<String>> SAME =
            List.of(
                    Set.of("deposit", "anzahlung", "acompte", "arrhes", "deposito", "anticipo"),
                    Set.of("voucher", "gutschein", "gift card", "bon cadeau", "vale regalo"));

    static List<Name> of(Item item) {
        var names = new ArrayList<Name>();
        for (var text : item.names()) {
            add(names, item, text);
        }
        if (!item.wholeOnly()) {
            for (var group : SAME) {
                if (names.stream().anyMatch(it -> it.words().stream().anyMatch(group::contains))) {
                    group.forEach(text -> add(names, item, text));
                }
            }
        }
        return names;
    }

    private static void add(List<Name> names, Item item, String text) {
        var words =
                Message.of(text.length() > LONGEST ? text.substring(0, LONGEST) : text)
                        .tokens()
                        .stream()
                        .filter(it -> it.word() || it.digits())
                        .map(Token::folded)
                        .toList();
        if (!words.isEmpty() && names.stream().noneMatch(it -> it.words().equals(words))) {
            names.add(new Name(item, words, String.join("", words)));
        }
    }

    static int weight(String word) {
        if (WEAK.contains(word) || word.length() < 2) {
            return 0;
        }
        return word.startsWith("min") ? 1 : Character.isDigit(word.charAt(0)) ? 6 : word.length();
    }

    int weight() {
        return words.stream().mapToInt(Name::weight).sum();
    }

    int heaviest() {
        return words.stream().mapToInt(Name::weight).max().orElse(0);
    }
}
