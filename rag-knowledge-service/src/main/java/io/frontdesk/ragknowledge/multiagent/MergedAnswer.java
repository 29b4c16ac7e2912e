package io.frontdesk.ragknowledge.multiagent;

import io.frontdesk.ragknowledge.agreement.Disagreements;
import io.frontdesk.ragknowledge.answering.Answer;
import io.frontdesk.ragknowledge.multiagent.AgentCalls.Outcome;
import io.frontdesk.ragknowledge.multiagent.MultiAgentAnswer.Citation;
import io.frontdesk.ragknowledge.multiagent.MultiAgentAnswer.Disagreement;
import io.frontdesk.ragknowledge.multiagent.MultiAgentAnswer.Position;
import io.frontdesk.ragknowledge.specialist.Assistant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts the sentences of several agents together: each is said once, in the words of who said it,
 * and where two cannot both be right, both stand there by name. No word is added to a sentence.
 */
final class MergedAnswer {

    private static final String DIFFER = "The sources differ:";

    private final StringBuilder text = new StringBuilder();
    private final List<Citation> citations = new ArrayList<>();
    private final List<Placed> placed = new ArrayList<>();
    private final Set<String> disputed = new LinkedHashSet<>();
    private final List<Position> positions = new ArrayList<>();

    private record Placed(Said said, int start, int end) {}

    /** Adds what the agents say to one part of the question. */
    void add(String part, List<Outcome> outcomes) {
        var all = new ArrayList<Said>();
        for (var outcome : outcomes) {
            if (outcome.isAnswered() && outcome.answer() != null) {
                all.addAll(Said.by(outcome.agent(), outcome.answer()));
            }
        }
        var differing = differing(part, all);
        if (!differing.isEmpty()) {
            disputed.add(part);
            line(DIFFER);
            for (var said : differing) {
                line("- " + said.agent().name() + ": ");
                positions.add(position(said, place(said)));
            }
        }
        boolean newLine = true;
        for (var said : all) {
            if (!differing.contains(said) && say(said, newLine)) {
                newLine = false;
            }
        }
    }

    /** Adds a reply that the operator laid down for a topic that is not talked about. */
    void reply(String reply) {
        line(reply);
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    String text() {
        return text.toString();
    }

    List<Citation> citations() {
        return List.copyOf(citations);
    }

    @Nullable Disagreement disagreement() {
        return positions.isEmpty()
                ? null
                : new Disagreement(String.join("; ", disputed), List.copyOf(positions));
    }

    /** Those that cannot all be true, each agent's with the others' that they contradict. */
    private static List<Said> differing(String part, List<Said> all) {
        var differing = new LinkedHashSet<Said>();
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                var one = all.get(i);
                var other = all.get(j);
                if (!one.agent().id().equals(other.agent().id())
                        && !one.repeats(other)
                        && Disagreements.between(part, one.statement(), other.statement())) {
                    differing.add(one);
                    differing.add(other);
                }
            }
        }
        return all.stream().filter(differing::contains).toList();
    }

    /** False when it has been said already; then it is only put down to this agent as well. */
    private boolean say(Said said, boolean newLine) {
        var known = placed.stream().filter(other -> other.said().repeats(said)).findFirst();
        if (known.isPresent()) {
            cite(said, known.get().start(), known.get().end());
            return false;
        }
        if (!text.isEmpty()) {
            boolean lines = newLine || said.text().contains("\n") || endsWithLines();
            text.append(lines ? "\n" : " ");
        }
        place(said);
        return true;
    }

    private boolean endsWithLines() {
        return !placed.isEmpty() && placed.getLast().said().text().contains("\n");
    }

    private @Nullable Citation place(Said said) {
        int start = text.length();
        text.append(said.text());
        placed.add(new Placed(said, start, text.length()));
        return cite(said, start, text.length());
    }

    private @Nullable Citation cite(Said said, int start, int end) {
        Citation first = null;
        for (var each : said.citations()) {
            var citation = citation(each, said.agent(), start, end);
            citations.add(citation);
            first = first == null ? citation : first;
        }
        return first;
    }

    private void line(String words) {
        if (!text.isEmpty()) {
            text.append("\n");
        }
        text.append(words);
    }

    private static Position position(Said said, @Nullable Citation citation) {
        return new Position(said.agent().id(), said.agent().name(), said.text(), citation);
    }

    private static Citation citation(Answer.Citation from, Assistant agent, int start, int end) {
        return new Citation(
                from.documentId(),
                from.title(),
                from.chunkId(),
                from.heading(),
                from.page(),
                from.quote(),
                start,
                end,
                agent.id(),
                agent.name());
    }
}
