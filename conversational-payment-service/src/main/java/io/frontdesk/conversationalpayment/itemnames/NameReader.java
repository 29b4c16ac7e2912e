package io.frontdesk.conversationalpayment.itemnames;

import io.frontdesk.conversationalpayment.wording.Message;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the items that a message names. A name that stands there in full wins over a part of one, a
 * longer over a shorter, an exact over a misspelt; what remains equal is told as such.
 */
public final class NameReader {
    private static final int MOST = 10;
    private static final int MOST_CHOICES = 5;

    private final Message message;
    private final List<Name> names;
    private final Likeness likeness;
    private final BitSet taken = new BitSet();
    private final List<Mention> mentions = new ArrayList<>();

    private NameReader(Message message, List<Item> items) {
        this.message = message;
        this.names = items.stream().flatMap(it -> Name.of(it).stream()).toList();
        this.likeness = new Likeness(message);
    }

    public static List<Mention> read(Message message, List<Item> items) {
        var reader = new NameReader(message, items);
        reader.whole();
        reader.parts();
        return reader.merged();
    }

    private void whole() {
        var found = new ArrayList<Found>();
        for (var name : names) {
            for (var at = 0; at < message.size(); at++) {
                var one = likeness.whole(name, at);
                if (one != null) {
                    found.add(one);
                }
            }
        }
        found.sort(
                Comparator.comparingInt(Found::width)
                        .reversed()
                        .thenComparingInt(Found::slips)
                        .thenComparingInt(it -> -it.name().joined().length()));
        found.forEach(best -> take(best, found));
    }

    private void parts() {
        while (mentions.size() < MOST) {
            var found = new ArrayList<Found>();
            for (var name : names) {
                var part = name.item().wholeOnly() ? null : likeness.part(name, taken);
                if (part != null) {
                    found.add(part);
                }
            }
            var best = found.stream().max(Comparator.comparingInt(Found::score)).orElse(null);
            if (best == null) {
                return;
            }
            var equal = found.stream().filter(it -> it.score() == best.score()).toList();
            take(best, equal.stream().filter(it -> it.tokens().intersects(best.tokens())).toList());
        }
    }

    private void take(Found best, List<Found> all) {
        if (best.tokens().intersects(taken) || mentions.size() >= MOST) {
            return;
        }
        var items =
                all.stream()
                        .filter(it -> it.tokens().intersects(best.tokens()) && it.equal(best))
                        .map(it -> it.name().item())
                        .distinct()
                        .limit(MOST_CHOICES)
                        .toList();
        taken.or(best.tokens());
        mentions.add(new Mention(best.tokens(), items));
    }

    private List<Mention> merged() {
        var merged = new ArrayList<Mention>();
        for (var mention : mentions) {
            if (merged.stream().noneMatch(it -> it.items().equals(mention.items()))) {
                merged.add(mention);
            }
        }
        merged.sort(Comparator.comparingInt(Mention::from));
        return List.copyOf(merged);
    }

    /** All tokens that name items, also those of an item that is named twice. */
    public static BitSet tokens(Message message, List<Item> items) {
        var reader = new NameReader(message, items);
        reader.whole();
        reader.parts();
        return reader.taken;
    }
}
