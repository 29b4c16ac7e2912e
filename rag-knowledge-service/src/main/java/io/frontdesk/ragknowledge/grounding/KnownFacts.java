package io.frontdesk.ragknowledge.grounding;

import io.frontdesk.ragknowledge.evidence.Words;
import io.frontdesk.ragknowledge.fact.Fact;
import io.frontdesk.ragknowledge.figure.Figure;
import io.frontdesk.ragknowledge.figure.Figures;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The figures that the business stands by: a sentence may state them, and none against them. */
record KnownFacts(List<Fact> facts, String question) {

    private static final Set<String> NEUTRAL =
            Words.content(
                    "price cost fee charge amount open opening hours phone number telephone email"
                            + " mail address duration how much what when");

    /** Figures of facts that the sentence is about. */
    List<Figure> statedIn(String sentence) {
        var words = Words.content(sentence);
        return facts.stream()
                .filter(fact -> words.containsAll(Words.content(fact.subject())))
                .flatMap(fact -> Figures.of(fact.value()).stream())
                .toList();
    }

    /**
     * Whether a sentence gives another figure than the facts about the same thing do. One that is
     * about something more special, which the question asks for, does not contradict.
     */
    boolean contradict(String sentence, String around) {
        var there = new HashSet<>(Words.content(sentence + " " + around));
        var asked = Words.content(question);
        var meant = new HashSet<>(there);
        meant.addAll(asked);
        for (var kind : Fact.Kind.values()) {
            var given = Figures.of(sentence).stream().filter(f -> f.kind() == of(kind)).toList();
            var about =
                    facts.stream()
                            .filter(fact -> fact.kind() == kind)
                            .filter(fact -> isAbout(fact, there, asked, meant))
                            .flatMap(fact -> Figures.of(fact.value()).stream())
                            .toList();
            boolean agrees = given.stream().anyMatch(f -> about.stream().anyMatch(f::isSameAs));
            if (!given.isEmpty() && !about.isEmpty() && !agrees) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAbout(
            Fact fact, Set<String> there, Set<String> asked, Set<String> meant) {
        var subject = Words.content(fact.subject());
        boolean special =
                there.stream()
                        .filter(asked::contains)
                        .anyMatch(word -> !subject.contains(word) && !NEUTRAL.contains(word));
        return !special
                && meant.containsAll(subject)
                && (subject.isEmpty() || subject.stream().anyMatch(there::contains));
    }

    private static Figure.@Nullable Kind of(Fact.Kind kind) {
        return switch (kind) {
            case PRICE -> Figure.Kind.AMOUNT;
            case DURATION -> Figure.Kind.QUANTITY;
            case HOURS -> Figure.Kind.TIME;
            case PHONE -> Figure.Kind.PHONE;
            case EMAIL -> Figure.Kind.EMAIL;
            case ADDRESS -> null;
        };
    }
}
