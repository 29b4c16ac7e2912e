package io.frontdesk.ragknowledge.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.ragknowledge.agreement.Terms;
import io.frontdesk.ragknowledge.evidence.BgeEmbedder;
import io.frontdesk.ragknowledge.specialist.Assistant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Whom the real model sends a question to by nothing but what the agents are for. */
class RoutingTest {

    private static final Assistant PRICES =
            agent("Prices", "What treatments cost, instalments, invoices and insurance", "fees");
    private static final Assistant DESK =
            agent(
                    "Front desk",
                    "Opening hours, address, parking and how to reach us",
                    "directions");
    private static final Assistant TREATMENTS =
            agent("Treatments", "How treatments work, pain, aftercare and risks", "root canal");
    private static final Assistant BOOKING =
            agent("Appointments", "Booking, moving and cancelling appointments", "no-show");

    private static final Map<String, Assistant> QUESTIONS = new LinkedHashMap<>();

    static {
        QUESTIONS.put("What does a cleaning cost?", PRICES);
        QUESTIONS.put("Does my health insurance pay for a crown?", PRICES);
        QUESTIONS.put("Can I pay in instalments?", PRICES);
        QUESTIONS.put("How expensive is whitening?", PRICES);
        QUESTIONS.put("When do you open on Saturday?", DESK);
        QUESTIONS.put("Can I park near the practice?", DESK);
        QUESTIONS.put("Where are you located?", DESK);
        QUESTIONS.put("What is your phone number?", DESK);
        QUESTIONS.put("Does a root canal hurt?", TREATMENTS);
        QUESTIONS.put("What should I eat after having a tooth pulled?", TREATMENTS);
        QUESTIONS.put("How long does the swelling last?", TREATMENTS);
        QUESTIONS.put("I have to cancel tomorrow, what do I do?", BOOKING);
        QUESTIONS.put("How do I make an appointment?", BOOKING);
        QUESTIONS.put("Can I move my booking to next week?", BOOKING);
    }

    @Test
    void sendsMostQuestionsToTheRightAgentByItsProfileAlone(TestReporter report) {
        var agents = List.of(PRICES, DESK, TREATMENTS, BOOKING);
        var embedder = new BgeEmbedder();
        var profiles = embedder.sentences(agents.stream().map(Assistant::profile).toList());
        int right = 0;
        int among = 0;
        for (var question : QUESTIONS.entrySet()) {
            var asked = embedder.question(question.getKey());
            var scores = new HashMap<UUID, Double>();
            var found = new HashMap<UUID, Double>();
            for (int i = 0; i < agents.size(); i++) {
                var agent = agents.get(i);
                double words = Terms.share(Terms.of(question.getKey()), Terms.of(agent.profile()));
                // As if the bases of all of them held something as good.
                scores.put(agent.id(), Routing.score(1, asked.cosine(profiles.get(i)), words));
                found.put(agent.id(), 1.0);
            }
            var chosen = Routing.chosen(agents, scores, found);
            right += chosen.getFirst().equals(question.getValue()) ? 1 : 0;
            among += chosen.contains(question.getValue()) ? 1 : 0;
        }
        report.publishEntry("first", right + " of " + QUESTIONS.size());
        report.publishEntry("among those asked", among + " of " + QUESTIONS.size());
        assertThat(right).isGreaterThanOrEqualTo(11);
        assertThat(among).isEqualTo(QUESTIONS.size());
    }

    @Test
    void letsWhatTheBasesHoldDecide() {
        var agents = List.of(PRICES, DESK);
        var scores =
                Map.of(
                        PRICES.id(), Routing.score(0, 0.65, 0),
                        DESK.id(), Routing.score(1, 0.6, 0));
        var found = Map.of(PRICES.id(), 0.0, DESK.id(), 1.0);
        assertThat(Routing.chosen(agents, scores, found)).containsExactly(DESK);
    }

    private static Assistant agent(String name, String description, String topic) {
        return new Assistant(
                UUID.randomUUID(),
                name,
                description,
                List.of(),
                "",
                List.of(topic),
                OffsetDateTime.MIN,
                OffsetDateTime.MIN);
    }
}
