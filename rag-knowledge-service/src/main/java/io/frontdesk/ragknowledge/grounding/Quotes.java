package io.frontdesk.ragknowledge.grounding;

import io.frontdesk.ragknowledge.chunking.Sentences;
import io.frontdesk.ragknowledge.chunking.Sentences.Span;
import io.frontdesk.ragknowledge.screening.Plain;
import java.util.List;
import java.util.Optional;

/** Finds a quote in its passage. */
final class Quotes {

    private static final int SHORTEST = 3;

    private Quotes() {}

    /**
     * The whole sentences of the text that the quote runs through: half a sentence can say the
     * opposite of the whole. Blanks and the shape of quotation marks and hyphens do not matter.
     */
    static Optional<String> whole(String quote, String text) {
        var wanted = Plain.visible(quote);
        if (wanted.length() < SHORTEST) {
            return Optional.empty();
        }
        var sentences = Sentences.of(text);
        var literal = literal(quote.strip(), text, sentences);
        if (literal.isPresent()) {
            return literal;
        }
        for (int i = 0; i < sentences.size(); i++) {
            for (int j = i; j < Math.min(sentences.size(), i + 12); j++) {
                var run = text.substring(sentences.get(i).start(), sentences.get(j).end());
                if (Plain.visible(run).contains(wanted)) {
                    return Optional.of(shortest(text, i, j, wanted));
                }
            }
        }
        return Optional.empty();
    }

    /** Of several places where the quote stands, one where it is whole as it is comes first. */
    private static Optional<String> literal(String quote, String text, List<Span> sentences) {
        Optional<String> found = Optional.empty();
        for (int at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
            int end = at + quote.length();
            int from = at;
            int to = end;
            for (var span : sentences) {
                if (span.end() > at && span.start() < end) {
                    from = Math.min(from, span.start());
                    to = Math.max(to, span.end());
                }
            }
            if (from == at && to == end) {
                return Optional.of(quote);
            }
            found = found.isPresent() ? found : Optional.of(text.substring(from, to));
        }
        return found;
    }

    private static String shortest(String text, int first, int last, String wanted) {
        var sentences = Sentences.of(text);
        int from = first;
        while (from < last
                && Plain.visible(
                                text.substring(
                                        sentences.get(from + 1).start(), sentences.get(last).end()))
                        .contains(wanted)) {
            from++;
        }
        return text.substring(sentences.get(from).start(), sentences.get(last).end());
    }
}
