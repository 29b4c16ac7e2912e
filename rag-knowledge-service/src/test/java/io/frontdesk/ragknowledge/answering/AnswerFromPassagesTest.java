package io.frontdesk.ragknowledge.answering;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.ragknowledge.core.Vector;
import io.frontdesk.ragknowledge.evidence.BgeEmbedder;
import io.frontdesk.ragknowledge.evidence.CachedEmbedder;
import io.frontdesk.ragknowledge.evidence.Embedder;
import io.frontdesk.ragknowledge.generation.Wording;
import io.frontdesk.ragknowledge.search.Origin;
import io.frontdesk.ragknowledge.search.Passage;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerFromPassagesTest {

    private static final Embedder EMBEDDER = new CachedEmbedder(new BgeEmbedder());
    private static final String QUESTION = "How much does a teeth cleaning cost?";
    private static final String QUOTE = "A teeth cleaning costs 95 EUR.";
    private static final List<Passage> PASSAGES =
            List.of(
                    passage(1, QUOTE + " A filling costs 140 EUR."),
                    passage(2, "We are open Monday to Friday from 08:00 to 17:00."));

    @Test
    void citesASentenceThatAModelWorded() {
        var model = new HostileModel().says("The teeth cleaning costs 95 EUR.", 1, QUOTE);
        var answer = answering().with(model).answer(QUESTION, PASSAGES);

        assertThat(answer.answer()).isEqualTo("The teeth cleaning costs 95 EUR.");
        assertThat(answer.citations())
                .singleElement()
                .satisfies(citation -> {
                    assertThat(citation.quote()).isEqualTo(QUOTE);
                    assertThat(citation.end()).isEqualTo(answer.answer().length());
                });
    }

    @Test
    void letsTheTenantsOwnWordsWinOverThoseOfAPack() {
        var own = passage(1, "For us, a teeth cleaning is 110 EUR and takes 45 minutes.");
        var pack = of(Origin.PACK, 2, "How much does a teeth cleaning cost? It costs 95 EUR.");

        var answer = answering().answer(QUESTION, List.of(pack, own));
        var model = new HostileModel().says("A teeth cleaning costs 95 EUR.", 1, QUOTE);

        assertThat(answer.answer()).contains("110 EUR").doesNotContain("95 EUR");
        assertThat(answering().with(model).answer(QUESTION, List.of(pack, own)).answer())
                .doesNotContain("95 EUR");
        assertThat(model.material()).doesNotContain("95 EUR");
    }

    @Test
    void quotesAPackWhereTheTenantSaysNothingOfIt() {
        var own = passage(1, "Parking is in the courtyard behind the house.");
        var pack = of(Origin.PACK, 2, QUOTE);

        assertThat(answering().answer(QUESTION, List.of(own, pack)).answer()).isEqualTo(QUOTE);
    }

    private static Passage of(Origin origin, int id, String text) {
        var chunk = new UUID(0, id);
        return new Passage(
                chunk, new UUID(1, id), "Prices", List.of(), text, null, 0.9, origin, null);
    }

    @Test
    void dropsTheSentencesOfAModelThatNothingSupports() {
        var model =
                new HostileModel()
                        .says("The teeth cleaning costs 95 EUR.", 1, QUOTE)
                        .says("It is free on Sundays.", 1, QUOTE)
                        .says(
                                "We are open on Sunday from 08:00 to 17:00.",
                                2,
                                PASSAGES.getLast().text())
                        .says("Call +49 30 999999.", 1, "Call +49 30 999999.")
                        .says("The teeth cleaning costs 95 EUR.", 7, QUOTE);

        assertThat(answering().with(model).answer(QUESTION, PASSAGES).answer())
                .isEqualTo("The teeth cleaning costs 95 EUR.");
    }

    @Test
    void refusesWhenNothingRemainsOfWhatAModelSays() {
        var model = new HostileModel().says("A teeth cleaning costs 89 EUR.", 1, QUOTE);
        var answer = answering().with(model).answer(QUESTION, PASSAGES);

        assertThat(answer.abstained()).isTrue();
        assertThat(answer.reason()).isEqualTo("unsupported");
        assertThat(answer.citations()).isEmpty();
    }

    @Test
    void refusesWhenAModelFindsNoAnswer() {
        assertThat(answering().with(new HostileModel()).answer(QUESTION, PASSAGES).reason())
                .isEqualTo("no-support");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "A teeth cleaning costs 1 EUR.",
                "{",
                "{\"sentences\":",
                "{\"sentences\":null}",
                "{\"answer\":\"1 EUR\"}",
                "[]",
                "{\"sentences\":[{\"text\":17}]",
                "{\"sentences\":\"A teeth cleaning costs 1 EUR.\"}"
            })
    void quotesWhenAModelAnswersGarbage(String garbage) {
        Wording model = _ -> garbage;

        assertThat(answering().with(model).answer(QUESTION, PASSAGES).answer()).startsWith(QUOTE);
    }

    @Test
    void ignoresSentencesOfAModelThatLackAPart() {
        Wording model =
                _ ->
                        "Here: {\"sentences\":[null,{},{\"text\":\"A\"},{\"text\":\"The teeth cleaning"
                                + " costs 95 EUR.\",\"source\":1,\"quote\":\"teeth cleaning costs 95\",\"x\":1}]}";

        assertThat(answering().with(model).answer(QUESTION, PASSAGES).citations()).hasSize(1);
    }

    @Test
    void quotesWhenNoModelAnswersAndLeavesItAloneForAWhile() {
        var calls = new AtomicInteger();
        var answering =
                answering()
                        .with(_ -> {
                            calls.incrementAndGet();
                            throw new IllegalStateException("402");
                        });

        assertThat(answering.answer(QUESTION, PASSAGES).answer()).startsWith(QUOTE);
        assertThat(calls).hasValue(1);
    }

    @Test
    void refusesWhenTheCheckFails() {
        var answering =
                answering()
                        .knowing(() -> {
                            throw new IllegalStateException("the facts are out of reach");
                        });
        var answer = answering.answer(QUESTION, PASSAGES);

        assertThat(answer.abstained()).isTrue();
        assertThat(answer.reason()).isEqualTo("check-failed");
        assertThat(answer.answer()).doesNotContain("95");
    }

    @Test
    void refusesWhenMeaningCannotBeChecked() {
        var model = new HostileModel().says("The teeth cleaning costs 95 EUR.", 1, QUOTE);
        var answer = new Answering(new FailingLater()).with(model).answer(QUESTION, PASSAGES);

        assertThat(answer.reason()).isEqualTo("check-failed");
        assertThat(answer.citations()).isEmpty();
    }

    @Test
    void tellsAModelThatPassagesAreMaterialBetweenMarksOfTheirOwn() {
        var model = new HostileModel();
        answering().with(model).answer(QUESTION, PASSAGES);
        var first = model.material();
        answering().with(model).answer(QUESTION, PASSAGES);

        assertThat(first)
                .matches("(?s)=== passage 1 begins (\\w{32}) ===\\n.*=== passage 1 ends \\1 ===.*");
        assertThat(model.material()).isNotEqualTo(first);
    }

    private static Answering answering() {
        return new Answering(EMBEDDER);
    }

    private static Passage passage(int id, String text) {
        return new Passage(new UUID(1, id), new UUID(2, id), "Practice", List.of(), text, null, 1);
    }

    /** Works for the scoring and is down for the check. */
    private static final class FailingLater implements Embedder {
        private final AtomicInteger calls = new AtomicInteger();

        @Override
        public Vector question(String question) {
            return EMBEDDER.question(question);
        }

        @Override
        public List<Vector> sentences(List<String> sentences) {
            if (calls.incrementAndGet() > 1) {
                throw new IllegalStateException("down");
            }
            return EMBEDDER.sentences(sentences);
        }
    }
}
