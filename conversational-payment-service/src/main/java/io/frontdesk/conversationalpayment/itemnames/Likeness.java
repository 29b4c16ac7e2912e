package io.frontdesk.conversationalpayment.itemnames;

import io.frontdesk.conversationalpayment.wording.Message;
import io.frontdesk.conversationalpayment.wording.Similarity;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares names with the words of one message; every pair of words is compared once. */
final class Likeness {
    private static final int COMPOUND = 5;
    private static final int JOINED = 6;

    /** Words that are what they are, however near to a name. */
    private static final Set<String> COMMON =
            Set.of(
                    "couple",
                    "please",
                    "place",
                    "price",
                    "prices",
                    "pay",
                    "paying",
                    "payment",
                    "thanks",
                    "there",
                    "their",
                    "these",
                    "three",
                    "would",
                    "could",
                    "should",
                    "about",
                    "cancel",
                    "confirm",
                    "change",
                    "euros",
                    "bitte",
                    "danke",
                    "heute",
                    "preis",
                    "zahlen",
                    "zahlung",
                    "bezahlen",
                    "mochte",
                    "hatte",
                    "wurde",
                    "haben",
                    "merci",
                    "combien",
                    "prix",
                    "payer",
                    "gracias",
                    "quiero",
                    "precio",
                    "pagar",
                    "favor",
                    "order",
                    "other",
                    "charge",
                    "before",
                    "after",
                    "today",
                    "double");

    private final Message message;
    private final Map<String, int[]> slips = new HashMap<>();

    Likeness(Message message) {
        this.message = message;
    }

    private int[] slips(String word) {
        return slips.computeIfAbsent(
                word,
                it ->
                        message.tokens().stream()
                                .mapToInt(token -> slips(it, token.folded()))
                                .toArray());
    }

    private static int slips(String name, String said) {
        if (name.equals(said)) {
            return 0;
        }
        if (Character.isDigit(name.charAt(0)) || !Character.isLetter(said.codePointAt(0))) {
            return Similarity.DIFFERENT;
        }
        var slips = Similarity.between(name, said);
        return slips > 0 && COMMON.contains(said) ? Similarity.DIFFERENT : slips;
    }

    /** The whole name beginning at this token, or null. */
    @Nullable Found whole(Name name, int from) {
        if (!message.token(from).word() && !message.token(from).digits()) {
            return null;
        }
        var tokens = new BitSet();
        var sum = 0;
        var at = from;
        for (var word : name.words()) {
            while (at < message.size() && !tokens.isEmpty() && message.token(at).symbol("-&+/'.")) {
                at++;
            }
            var slip = at < message.size() ? slips(word)[at] : Similarity.DIFFERENT;
            if (slip == Similarity.DIFFERENT || (slip > 0 && name.item().wholeOnly())) {
                return name.item().wholeOnly() ? null : joined(name, from);
            }
            sum += slip;
            tokens.set(at++);
        }
        if (name.item().wholeOnly() && at < message.size() && message.token(at).symbol("€$£¥%")) {
            tokens.set(at);
        }
        return new Found(name, tokens, sum, name.words().size());
    }

    private @Nullable Found joined(Name name, int from) {
        if (name.joined().length() < JOINED) {
            return null;
        }
        var letters = new StringBuilder();
        var tokens = new BitSet();
        for (var at = from; at < Math.min(message.size(), from + 3); at++) {
            var token = message.token(at);
            if (token.symbol("-")) {
                continue;
            }
            if (!token.word()
                    || letters.length() + token.folded().length() > name.joined().length() + 3) {
                break;
            }
            letters.append(token.folded());
            tokens.set(at);
            var changed = tokens.cardinality() != name.words().size();
            var slip =
                    changed
                            ? Similarity.between(name.joined(), letters.toString())
                            : Similarity.DIFFERENT;
            if (slip != Similarity.DIFFERENT) {
                return new Found(name, tokens, slip + 1, 1);
            }
        }
        return contained(name, from);
    }

    /** Scripts that write words without spaces: the name inside a run of letters. */
    private @Nullable Found contained(Name name, int from) {
        var unspaced =
                name.joined().codePoints().allMatch(Character::isIdeographic)
                        && name.joined().length() >= 2;
        if (!unspaced || !message.word(from).contains(name.joined())) {
            return null;
        }
        var tokens = new BitSet();
        tokens.set(from);
        return new Found(name, tokens, 1, 1);
    }

    /** Enough of the name, wherever its words stand among the tokens that are free; or null. */
    @Nullable Found part(Name name, BitSet taken) {
        var tokens = new BitSet();
        var score = 0;
        var heaviest = 0;
        var letters = false;
        var sum = 0;
        for (var word : name.words()) {
            var weight = Name.weight(word);
            var at = weight == 0 ? -1 : place(word, taken, tokens);
            if (at >= 0) {
                var slip = slips(word)[at];
                tokens.set(at);
                sum += slip == Similarity.DIFFERENT ? 1 : slip;
                score += 10 * weight - (slip == Similarity.DIFFERENT ? weight : slip);
                heaviest = Math.max(heaviest, weight);
                letters |= Character.isLetter(word.codePointAt(0));
            }
        }
        var enough =
                letters
                        && heaviest >= 4
                        && (heaviest == name.heaviest() || score >= 4 * name.weight());
        return enough ? new Found(name, tokens, sum, score) : null;
    }

    private int place(String word, BitSet taken, BitSet own) {
        var compound = -1;
        var best = -1;
        for (var at = 0; at < message.size(); at++) {
            if (taken.get(at) || own.get(at)) {
                continue;
            }
            var slip = slips(word)[at];
            if (slip != Similarity.DIFFERENT && (best < 0 || slip < slips(word)[best])) {
                best = at;
            }
            if (compound < 0 && compound(word, message.token(at).folded())) {
                compound = at;
            }
        }
        return best >= 0 ? best : compound;
    }

    private static boolean compound(String word, String said) {
        return word.length() >= COMPOUND
                && said.length() >= word.length() + 3
                && (said.startsWith(word) || said.endsWith(word));
    }
}
