package io.frontdesk.ragknowledge.grounding;

import io.frontdesk.ragknowledge.figure.Figure;
import io.frontdesk.ragknowledge.figure.Figures;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Insists that a figure stays with what it belongs to: the price of a wash is not that of a cut.
 */
final class Pairing {

    private static final Pattern BREAK =
            Pattern.compile("[;|\\n•]|[,.](?=\\s)|\\s(?:and|or|but|while|und|oder|et|ou|y|и)\\s");

    private Pairing() {}

    static boolean isKept(String sentence, String quote) {
        var clauses = clauses(BREAK, quote);
        return clauses(BREAK, sentence).stream()
                .allMatch(said -> said.figures().stream().allMatch(f -> belongs(f, said, clauses)));
    }

    /** No word beside the figure stands, in the quote, beside another figure of its kind alone. */
    private static boolean belongs(Figure figure, Clause said, List<Clause> clauses) {
        var own = new HashSet<String>();
        var others = new HashSet<String>();
        for (var clause : clauses) {
            if (clause.has(figure)) {
                own.addAll(clause.words());
            } else if (clause.figures().stream().anyMatch(f -> f.kind() == figure.kind())) {
                others.addAll(clause.words());
            }
        }
        others.removeAll(own);
        others.removeAll(Support.NEUTRAL);
        return said.words().stream().noneMatch(others::contains);
    }

    private static List<Clause> clauses(Pattern breaks, String text) {
        return Stream.of(breaks.split(text, -1))
                .filter(part -> !part.isBlank())
                .map(part -> new Clause(Support.words(part), Figures.of(part)))
                .toList();
    }

    private record Clause(Set<String> words, List<Figure> figures) {
        boolean has(Figure figure) {
            return figures.stream().anyMatch(figure::isSameAs);
        }
    }
}
