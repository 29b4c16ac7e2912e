package io.frontdesk.ragknowledge.multiagent;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.ragknowledge.answering.Answer;
import io.frontdesk.ragknowledge.multiagent.AgentCalls.Outcome;
import io.frontdesk.ragknowledge.specialist.Assistant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class MergedAnswerTest {

    private static final Assistant PRICES = agent("Prices");
    private static final Assistant DESK = agent("Front desk");

    @Test
    void saysEachPartWithItsAgent() {
        var merged = new MergedAnswer();
        merged.add("What does a cleaning cost", List.of(says(PRICES, "A cleaning costs 95 EUR.")));
        merged.add("can I park?", List.of(says(DESK, "You can park behind the house.")));
        assertThat(merged.text())
                .isEqualTo("A cleaning costs 95 EUR.\nYou can park behind the house.");
        assertThat(merged.citations())
                .extracting(MultiAgentAnswer.Citation::agent)
                .containsExactly("Prices", "Front desk");
        assertThat(merged.disagreement()).isNull();
    }

    @Test
    void saysOnceWhatTwoAgentsSayAndNamesBoth() {
        var merged = new MergedAnswer();
        merged.add(
                "What does a cleaning cost?",
                List.of(
                        says(PRICES, "A cleaning costs 95 EUR."),
                        says(DESK, "A  cleaning costs 95 EUR")));
        assertThat(merged.text()).isEqualTo("A cleaning costs 95 EUR.");
        assertThat(merged.citations())
                .extracting(MultiAgentAnswer.Citation::agent)
                .containsExactly("Prices", "Front desk");
        assertThat(merged.citations())
                .allSatisfy(citation -> {
                    assertThat(citation.start()).isZero();
                    assertThat(citation.end()).isEqualTo(merged.text().length());
                });
    }

    @Test
    void showsThatTwoAgentsDisagree() {
        var merged = new MergedAnswer();
        merged.add(
                "What does a cleaning cost?",
                List.of(
                        says(PRICES, "A cleaning costs 95 EUR.", "It takes an hour."),
                        says(DESK, "A cleaning costs 110 EUR.")));
        assertThat(merged.text())
                .isEqualTo(
                        "The sources differ:\n- Prices: A cleaning costs 95 EUR.\n"
                                + "- Front desk: A cleaning costs 110 EUR.\nIt takes an hour.");
        var disagreement = merged.disagreement();
        assertThat(disagreement).isNotNull();
        assertThat(disagreement.about()).isEqualTo("What does a cleaning cost?");
        assertThat(disagreement.positions())
                .extracting(MultiAgentAnswer.Position::statement)
                .containsExactly("A cleaning costs 95 EUR.", "A cleaning costs 110 EUR.");
        assertThat(merged.citations()).allSatisfy(citation -> pointsAtItsQuote(merged, citation));
    }

    @Test
    void leavesOutWhatNoCitationCovers() {
        var cited = says(PRICES, "A cleaning costs 95 EUR.");
        var answer = cited.answer();
        assertThat(answer).isNotNull();
        var invented =
                new Answer(
                        answer.answer() + " It is the best in town.",
                        false,
                        answer.citations(),
                        0.9,
                        null,
                        null);
        var merged = new MergedAnswer();
        merged.add("price?", List.of(new Outcome(PRICES, "price?", invented, null)));
        assertThat(merged.text()).isEqualTo("A cleaning costs 95 EUR.");
    }

    @Property(tries = 200)
    void pointsAtWhatEachCitationSupports(@ForAll("answers") List<List<String>> answers) {
        var merged = new MergedAnswer();
        for (int part = 0; part < answers.size(); part++) {
            var outcomes = new ArrayList<Outcome>();
            outcomes.add(says(PRICES, answers.get(part).toArray(String[]::new)));
            outcomes.add(says(DESK, answers.get(0).toArray(String[]::new)));
            merged.add("What does a cleaning cost " + part + "?", outcomes);
        }
        assertThat(merged.citations()).allSatisfy(citation -> pointsAtItsQuote(merged, citation));
        var said = answers.stream().flatMap(List::stream).distinct().toList();
        assertThat(said).allSatisfy(sentence -> assertThat(merged.text()).contains(sentence));
    }

    @Provide
    Arbitrary<List<List<String>>> answers() {
        return Arbitraries.of(
                        "A cleaning costs 95 EUR.",
                        "A cleaning costs 110 EUR.",
                        "You can park.\nBehind the house.",
                        "You cannot park.",
                        "We open at 9:00.")
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    private static void pointsAtItsQuote(MergedAnswer merged, MultiAgentAnswer.Citation citation) {
        assertThat(merged.text().substring(citation.start(), citation.end()))
                .isEqualTo(citation.quote());
    }

    static Outcome says(Assistant agent, String... sentences) {
        var text = new StringBuilder();
        var citations = new ArrayList<Answer.Citation>();
        for (var sentence : sentences) {
            text.append(text.isEmpty() ? "" : " ");
            int start = text.length();
            text.append(sentence);
            citations.add(
                    new Answer.Citation(
                            UUID.randomUUID(),
                            "Title",
                            UUID.randomUUID(),
                            "",
                            null,
                            sentence.replaceAll("\\s{2,}", " "),
                            start,
                            text.length()));
        }
        return new Outcome(
                agent, "?", new Answer(text.toString(), false, citations, 0.8, null, null), null);
    }

    private static Assistant agent(String name) {
        return new Assistant(
                UUID.randomUUID(),
                name,
                name,
                List.of(),
                "",
                List.of(),
                OffsetDateTime.MIN,
                OffsetDateTime.MIN);
    }
}
