package io.frontdesk.ragknowledge.screening;

import io.frontdesk.ragknowledge.chunking.Sentences;
import io.frontdesk.ragknowledge.search.Passage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The passages that may be read and quoted. One that gives orders to a machine is set aside whole;
 * the figures of a document with such a passage are not believed either.
 *
 * @param trusted in their order
 * @param doubtful documents whose figures are not to be repeated
 */
public record Screen(List<Passage> trusted, Set<UUID> doubtful) {

    private static final int SEAM = 160;

    /** How an order begins that could go on elsewhere; looked for first, since it costs little. */
    private static final Pattern BEGINNING =
            Pattern.compile(
                    "ignor|disregard|forget|overrid|bypass|discard|follow|obey|vergiss|missacht|oubli"
                            + "|olvid|dimentic|esquec|negeer|игнор|забуд|忽略|无视|無視|忘|تجاهل");

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Co}\\p{Cs}]");

    /**
     * The first passages that pass, up to so many; as many again are looked at to replace others.
     */
    public static Screen of(List<Passage> found, int most) {
        var passages = found.subList(0, Math.min(2 * most, found.size()));
        var set = new HashSet<UUID>();
        var doubtful = new HashSet<UUID>();
        for (var passage : passages) {
            boolean orders =
                    Stream.of(passage.title(), passage.heading(), passage.text())
                                    .anyMatch(Instructions::giveOrders)
                            || isOdd(passage.title())
                            || passage.headings().stream().anyMatch(Screen::isOdd);
            if (orders) {
                set.add(passage.chunkId());
                doubtful.add(passage.documentId());
            }
            passages.stream()
                    .filter(next ->
                            !next.chunkId().equals(passage.chunkId()) && isSplitOver(passage, next))
                    .forEach(next -> {
                        set.addAll(List.of(passage.chunkId(), next.chunkId()));
                        doubtful.add(passage.documentId());
                    });
        }
        return new Screen(
                passages.stream()
                        .filter(passage -> !set.contains(passage.chunkId()))
                        .limit(most)
                        .toList(),
                doubtful);
    }

    private static boolean isOdd(String title) {
        return Instructions.areSuspectedIn(title) || Markup.isActiveIn(title);
    }

    /** An order may begin at the end of one passage and go on in another. */
    private static boolean isSplitOver(Passage one, Passage next) {
        if (!one.documentId().equals(next.documentId())) {
            return false;
        }
        var tail = one.text().substring(Math.max(0, one.text().length() - SEAM));
        var head = next.text().substring(0, Math.min(SEAM, next.text().length()));
        return BEGINNING.matcher(Plain.folded(tail)).find()
                && Instructions.giveOrders(tail + " " + head);
    }

    /** The text without the sentences that may be meant for a machine, and nothing invisible. */
    public static String readable(String text) {
        var plain = Markup.withoutImages(text);
        var kept = new StringBuilder(plain);
        for (var span : Sentences.of(plain).reversed()) {
            var sentence = span.of(plain);
            if (Instructions.areSuspectedIn(sentence) || Markup.isActiveIn(sentence)) {
                kept.replace(span.start(), span.end(), "");
            }
        }
        return INVISIBLE.matcher(kept).replaceAll("");
    }
}
