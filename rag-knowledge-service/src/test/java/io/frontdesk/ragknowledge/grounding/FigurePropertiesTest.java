package io.frontdesk.ragknowledge.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.ragknowledge.core.Vector;
import io.frontdesk.ragknowledge.core.Vectors;
import io.frontdesk.ragknowledge.evidence.Embedder;
import io.frontdesk.ragknowledge.search.Passage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Whatever is claimed, no number comes out that was not in the passage. */
class FigurePropertiesTest {

    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final List<String> PARTS =
            List.of(
                    "a cleaning costs %s EUR",
                    "the price is $%s",
                    "we open at %s:00",
                    "within %s days",
                    "%s%% of guests",
                    "call +49 30 %s1234",
                    "on %s.03.2026",
                    "up to %s hours",
                    "%s rooms",
                    "room %s",
                    "not %s",
                    "a cut and a wash cost %s EUR and %s EUR",
                    "about %s",
                    "see https://shop.example/%s",
                    "write to a%s@shop.example");
    private static final List<String> NUMBERS =
            List.of(
                    "1", "2", "12", "21", "95", "9.5", "9,50", "950", "1,000", "1.000", "1000",
                    "08", "8", "007", "17");

    @Property(tries = 3000)
    void noNumberSurvivesThatThePassageLacks(
            @ForAll("texts") String sentence,
            @ForAll("texts") String passage,
            @ForAll boolean literal) {
        var said = literal ? passage.split("(?<=\\.) ", -1)[0] : sentence;
        var text =
                new Passage(new UUID(1, 1), new UUID(2, 2), "Prices", List.of(), passage, null, 1);

        for (var quote : List.of(passage, said, passage.split("(?<=\\.) ", -1)[0])) {
            var grounded =
                    new GroundingCheck(new Near())
                            .supported(
                                    "price?",
                                    List.of(new Claim(said, text, quote)),
                                    List.of(),
                                    Set.of());
            Statistics.collect(grounded.isEmpty() ? "dropped" : "kept");
            grounded.forEach(g -> {
                assertThat(passage).contains(g.quote());
                assertThat(numbers(passage)).containsAll(numbers(g.text()));
            });
        }
    }

    /** Digits as they stand, apart from the zeros of cents and hours. */
    private static Set<String> numbers(String text) {
        var numbers = new HashSet<String>();
        DIGITS.matcher(text)
                .results()
                .map(number -> number.group().replaceFirst("^0+(?=\\d)", ""))
                .filter(number -> !number.equals("0"))
                .forEach(numbers::add);
        return numbers;
    }

    @Provide
    Arbitrary<String> texts() {
        var clause =
                Combinators.combine(
                                Arbitraries.of(PARTS),
                                Arbitraries.of(NUMBERS),
                                Arbitraries.of(NUMBERS))
                        .as((part, one, two) ->
                                part.replaceFirst("%s", dialled(part, one))
                                        .replace("%s", two)
                                        .replace("%%", "%"));
        return clause.list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(clauses -> String.join(". ", clauses) + ".");
    }

    /** A telephone number is the same however its digits are grouped. */
    private static String dialled(String part, String number) {
        return part.startsWith("call") ? number.replaceAll("\\D", "") : number;
    }

    private static final class Near implements Embedder {
        @Override
        public Vector question(String question) {
            return Vectors.of(1, 0);
        }

        @Override
        public List<Vector> sentences(List<String> sentences) {
            return sentences.stream().map(_ -> Vectors.of(1, 0)).toList();
        }
    }
}
