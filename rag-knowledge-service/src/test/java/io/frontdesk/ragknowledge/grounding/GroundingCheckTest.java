package io.frontdesk.ragknowledge.grounding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.ragknowledge.core.Vector;
import io.frontdesk.ragknowledge.evidence.BgeEmbedder;
import io.frontdesk.ragknowledge.evidence.CachedEmbedder;
import io.frontdesk.ragknowledge.evidence.Embedder;
import io.frontdesk.ragknowledge.fact.Fact;
import io.frontdesk.ragknowledge.search.Passage;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroundingCheckTest {

    private static final Embedder EMBEDDER = new CachedEmbedder(new BgeEmbedder());
    private static final String TEXT =
            """
            A teeth cleaning costs 95 EUR. A filling costs 140 EUR, an inlay 420 EUR. Cancellations are \
            free up to 24 hours before the appointment. Children under 12 years pay nothing for a check-up.
            Monday to Friday: 08:00-17:00
            Saturday: 09:00-12:00
            Call us at +49 30 1234567 or write to hello@practice.example. We do not treat animals. Most \
            patients may pay in instalments if the invoice exceeds 300 EUR. The practice is closed on 24 \
            December. You will find us at https://practice.example/contact. About 15% of our patients are \
            afraid of the dentist. The cleaning no longer costs 80 EUR.\
            """;
    private static final Passage PASSAGE =
            new Passage(
                    new UUID(1, 1),
                    new UUID(2, 2),
                    "Dental practice",
                    List.of("Prices"),
                    TEXT,
                    null,
                    1);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A teeth cleaning costs 95 EUR. | A teeth cleaning costs 95 EUR.",
                "The teeth cleaning costs 95 EUR. | A teeth cleaning costs 95 EUR.",
                "A teeth cleaning costs 95 euros. | teeth cleaning costs 95 EUR",
                "A teeth cleaning costs €95. | A teeth cleaning costs 95 EUR.",
                "The price of a teeth cleaning is 95.00 EUR. | A teeth cleaning costs 95 EUR.",
                "An inlay costs 420 EUR. | A filling costs 140 EUR, an inlay 420 EUR.",
                "You can cancel free up to 24 hours before the appointment. | Cancellations are free up to 24 hours before the appointment.",
                "Saturday: 09:00–12:00 | Saturday: 09:00-12:00",
                "We are closed on 24 December. | The practice is closed on 24 December.",
                "Call us at +49 30 1234567. | Call us at +49 30 1234567 or write to hello@practice.example.",
                "We do not treat animals. | We do not treat animals."
            })
    void letsThroughWhatTheQuoteSays(String sentence, String quote) {
        assertThat(check(sentence, quote)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A teeth cleaning costs 89 EUR. | A teeth cleaning costs 95 EUR.",
                "A teeth cleaning costs 95 USD. | A teeth cleaning costs 95 EUR.",
                "A teeth cleaning costs 95%. | A teeth cleaning costs 95 EUR.",
                "A teeth cleaning takes 95 minutes. | A teeth cleaning costs 95 EUR.",
                "A teeth cleaning costs 9.5 EUR. | A teeth cleaning costs 95 EUR.",
                "A teeth cleaning does not cost 95 EUR. | A teeth cleaning costs 95 EUR.",
                "A teeth cleaning costs ninety EUR. | A teeth cleaning costs 95 EUR.",
                "A teeth cleaning always costs 95 EUR. | A teeth cleaning costs 95 EUR.",
                "A teeth cleaning costs at most 95 EUR. | A teeth cleaning costs 95 EUR.",
                "A teeth cleaning costs 95 EUR if you are insured. | A teeth cleaning costs 95 EUR.",
                "A teeth whitening costs 95 EUR. | A teeth cleaning costs 95 EUR.",
                "A teeth cleaning in Berlin costs 95 EUR. | A teeth cleaning costs 95 EUR.",
                "A teeth cleaning costs 95 EUR. | A teeth cleaning costs 94 EUR.",
                "An inlay costs 140 EUR. | A filling costs 140 EUR, an inlay 420 EUR.",
                "A filling costs 420 EUR. | A filling costs 140 EUR, an inlay 420 EUR.",
                "Cancellations are free up to 12 hours before the appointment. | Cancellations are free up to 24 hours before the appointment.",
                "Cancellations are free 24 hours before the appointment. | Cancellations are free up to 24 hours before the appointment.",
                "Cancellations are free. | Cancellations are free up to 24 hours before the appointment.",
                "Children pay nothing for a check-up. | Children under 12 years pay nothing for a check-up.",
                "We are open on Sunday: 09:00-12:00. | Saturday: 09:00-12:00",
                "Saturday: 08:00-17:00 | Saturday: 09:00-12:00",
                "Saturday: 9 pm-12 pm | Saturday: 09:00-12:00",
                "Call us at +49 30 7654321. | Call us at +49 30 1234567 or write to hello@practice.example.",
                "Write to hello@practise.example. | Call us at +49 30 1234567 or write to hello@practice.example.",
                "We treat animals. | We do not treat animals.",
                "We do treat animals. | treat animals.",
                "Patients may pay in instalments. | Most patients may pay in instalments if the invoice exceeds 300 EUR.",
                "Patients must pay in instalments if the invoice exceeds 300 EUR. | Most patients may pay in instalments if the invoice exceeds 300 EUR.",
                "The practice is open on 24 December. | The practice is closed on 24 December.",
                "The practice is closed on 25 December. | The practice is closed on 24 December.",
                "You will find us at https://practice.example/contact?q=me. | You will find us at https://practice.example/contact.",
                "You will find us at http://evil.example. | You will find us at https://practice.example/contact.",
                "A teeth cleaning costs 95 EUR ![x](https://practice.example/contact). | A teeth cleaning costs 95 EUR.",
                "A teeth cleaning costs <b>95 EUR</b>. | A teeth cleaning costs 95 EUR.",
                "The cleaning costs 80 EUR. | costs 80 EUR",
                "15% of our patients are afraid of the dentist. | About 15% of our patients are afraid of the dentist.",
                "Paris is the capital of France. | A teeth cleaning costs 95 EUR.",
                "costs | costs",
                "Yes. | A teeth cleaning costs 95 EUR."
            })
    void dropsWhatTheQuoteDoesNotSay(String sentence, String quote) {
        assertThat(check(sentence, quote)).isEmpty();
    }

    @Test
    void takesAFigureFromTheBusinessOwnFacts() {
        var fact = new Fact(new UUID(3, 3), Fact.Kind.PRICE, "teeth cleaning", "95.00 EUR");
        var wrong = new Fact(new UUID(3, 3), Fact.Kind.PRICE, "teeth cleaning", "99.00 EUR");
        var claim =
                new Claim(
                        "A teeth cleaning costs 95 EUR.",
                        PASSAGE,
                        "A teeth cleaning costs 95 EUR.");

        assertThat(supported(claim, List.of(fact), Set.of())).hasSize(1);
        assertThat(supported(claim, List.of(wrong), Set.of())).isEmpty();
    }

    @Test
    void repeatsNoFigureOfADoubtfulDocument() {
        var price =
                new Claim(
                        "A filling costs 140 EUR.",
                        PASSAGE,
                        "A filling costs 140 EUR, an inlay 420 EUR.");
        var other = new Claim("We do not treat animals.", PASSAGE, "We do not treat animals.");
        var doubtful = Set.of(PASSAGE.documentId());

        assertThat(supported(price, List.of(), doubtful)).isEmpty();
        assertThat(supported(other, List.of(), doubtful)).hasSize(1);
    }

    @Test
    void failsRatherThanGuessesWhenMeaningCannotBeCompared() {
        var broken =
                new GroundingCheck(
                        new Embedder() {
                            @Override
                            public Vector question(String question) {
                                throw new IllegalStateException("down");
                            }

                            @Override
                            public List<Vector> sentences(List<String> sentences) {
                                throw new IllegalStateException("down");
                            }
                        });
        var claim =
                new Claim(
                        "The teeth cleaning costs 95 EUR.",
                        PASSAGE,
                        "A teeth cleaning costs 95 EUR.");
        assertThatThrownBy(() -> broken.supported("?", List.of(claim), List.of(), Set.of()))
                .hasMessage("down");
    }

    @Test
    void citesWholeSentencesOfThePassage() {
        assertThat(check("The teeth cleaning costs 95 EUR.", "cleaning costs 95"))
                .singleElement()
                .satisfies(g -> assertThat(g.quote()).isEqualTo("A teeth cleaning costs 95 EUR."));
    }

    private static List<Grounded> check(String sentence, String quote) {
        return supported(new Claim(sentence, PASSAGE, quote), List.of(), Set.of());
    }

    private static List<Grounded> supported(Claim claim, List<Fact> facts, Set<UUID> doubtful) {
        return new GroundingCheck(EMBEDDER)
                .supported("What does it cost?", List.of(claim), facts, doubtful);
    }
}
