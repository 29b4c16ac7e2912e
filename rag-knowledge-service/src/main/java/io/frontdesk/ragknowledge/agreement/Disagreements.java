package io.frontdesk.ragknowledge.agreement;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Compares statements that answer the same question. It would rather show two statements that can
 * both be true than hide that a customer is told two prices.
 */
public final class Disagreements {

    private static final double ALIKE = 0.5;
    private static final Pattern YES_OR_NO =
            Pattern.compile(
                    "^(?:.*[.!,]\\s*)?(?:can|could|do|does|is|are|will|may|should|must|have|has|am"
                            + "|gibt|kann|kannst|können|darf|dürfen|ist|sind|haben|hat|habt|muss|puis"
                            + "|peut|est-ce|avez|hay|puedo|puede|tienen)\\b",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Who speaks of one of a kind does not contradict who speaks of another. */
    private static final List<Set<String>> CONTRASTS =
            List.of(
                    group("adult child children kid junior senior student pensioner teenager"),
                    group("morning afternoon evening night"),
                    group("men women man woman ladies gentlemen"),
                    group("small medium large single double triple"),
                    group("weekday weekdays weekend weekends holiday holidays"),
                    group("first second third initial follow"),
                    group("dog cat rabbit horse puppy kitten"),
                    group("pickup delivery takeaway"));

    private Disagreements() {}

    /** A statement with the heading that it stands under. */
    public record Statement(String text, String heading) {}

    /** Whether both cannot be the answer to the question. */
    public static boolean between(String question, Statement one, Statement other) {
        var first = Claim.of(one.text(), one.heading());
        var second = Claim.of(other.text(), other.heading());
        boolean yesAndNo = first.denies() != second.denies() && isYesOrNo(question);
        return sameSubject(Terms.of(question), first, second)
                && (yesAndNo || figuresDiffer(first, second));
    }

    private static boolean isYesOrNo(String question) {
        return YES_OR_NO.matcher(question.strip().toLowerCase(Locale.ROOT)).find();
    }

    private static boolean figuresDiffer(Claim first, Claim second) {
        for (var figure : first.figures().entrySet()) {
            var here = figure.getValue();
            var there = second.figures().getOrDefault(figure.getKey(), Set.of());
            if (!there.isEmpty() && !there.containsAll(here) && !here.containsAll(there)) {
                return true;
            }
        }
        return false;
    }

    private static boolean sameSubject(Set<String> asked, Claim first, Claim second) {
        if (!first.days().isEmpty()
                && !second.days().isEmpty()
                && Collections.disjoint(first.days(), second.days())) {
            return false;
        }
        for (var contrast : CONTRASTS) {
            boolean named =
                    !Collections.disjoint(contrast, first.terms())
                            && !Collections.disjoint(contrast, second.terms());
            if (named && shared(contrast, first, second).isEmpty()) {
                return false;
            }
        }
        return !shared(asked, first, second).isEmpty()
                || Terms.share(first.terms(), second.terms()) >= ALIKE
                || Terms.share(second.terms(), first.terms()) >= ALIKE;
    }

    private static Set<String> shared(Set<String> wanted, Claim first, Claim second) {
        return wanted.stream()
                .filter(term -> first.terms().contains(term) && second.terms().contains(term))
                .collect(Collectors.toSet());
    }

    private static Set<String> group(String words) {
        return Terms.of(words);
    }
}
