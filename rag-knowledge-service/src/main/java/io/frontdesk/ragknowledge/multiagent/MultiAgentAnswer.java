package io.frontdesk.ragknowledge.multiagent;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.frontdesk.ragknowledge.answering.Answer;
import io.frontdesk.ragknowledge.multiagent.AgentCalls.Outcome;
import io.frontdesk.ragknowledge.routing.Route;
import io.frontdesk.ragknowledge.specialist.Assistant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the agents say together.
 *
 * @param confidence of the part of which they are least sure, 0 to 1; at most 0.5 where they differ
 * @param agents all that were considered
 * @param unanswered the parts of the question that nobody could answer
 * @param disagreement present where two agents say different things; the answer says so too
 * @param reason why it abstains; null where it answers
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MultiAgentAnswer(
        String answer,
        boolean abstained,
        List<Citation> citations,
        double confidence,
        List<Contribution> agents,
        List<String> unanswered,
        @Nullable Disagreement disagreement,
        @Nullable String reason) {

    /** What was said before any agent was asked: a refusal, or what a person wrote. */
    static MultiAgentAnswer settled(Answer answer, List<Contribution> agents) {
        var citations =
                answer.citations().stream()
                        .map(each ->
                                new Citation(
                                        each.documentId(),
                                        each.title(),
                                        each.chunkId(),
                                        each.heading(),
                                        each.page(),
                                        each.quote(),
                                        each.start(),
                                        each.end(),
                                        null,
                                        null))
                        .toList();
        return new MultiAgentAnswer(
                answer.answer(),
                answer.abstained(),
                citations,
                answer.confidence(),
                agents,
                List.of(),
                null,
                answer.reason());
    }

    /**
     * Where a sentence of the answer comes from, and through whom.
     *
     * @param quote stands word for word in the chunk
     * @param start where the sentence that the quote supports begins in the answer
     * @param end where it ends, exclusive
     * @param agentId null where no agent was asked
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Citation(
            UUID documentId,
            String title,
            UUID chunkId,
            String heading,
            @Nullable Integer page,
            String quote,
            int start,
            int end,
            @Nullable UUID agentId,
            @Nullable String agent) {}

    /**
     * What one agent had to do with the answer.
     *
     * @param score how well it suits the part that suits it best, 0 to 1
     * @param reason {@code asked}, {@code less-suited}, {@code no-knowledge} (its bases are gone),
     *     or why it is unavailable: {@code failed} or {@code timed-out}
     * @param answer of its own; absent where it abstained or was not asked
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Contribution(
            UUID id,
            String name,
            boolean routed,
            double score,
            String reason,
            @Nullable Boolean abstained,
            @Nullable Double confidence,
            @Nullable String answer) {

        static Contribution of(
                Assistant agent, List<Route> routes, List<Outcome> outcomes, boolean able) {
            var own =
                    outcomes.stream().filter(each -> each.agent().id().equals(agent.id())).toList();
            var answered = own.stream().filter(Outcome::isAnswered).toList();
            var failure = own.stream().map(Outcome::failure).filter(Objects::nonNull).findFirst();
            var said =
                    answered.stream()
                            .map(each -> Objects.requireNonNull(each.answer()).answer())
                            .distinct()
                            .toList();
            boolean routed = !own.isEmpty();
            boolean spoke = own.stream().anyMatch(each -> each.answer() != null);
            return new Contribution(
                    agent.id(),
                    agent.name(),
                    routed,
                    routes.stream()
                            .mapToDouble(route -> route.scores().getOrDefault(agent.id(), 0.0))
                            .max()
                            .orElse(0),
                    failure.orElse(routed ? "asked" : able ? "less-suited" : "no-knowledge"),
                    spoke ? answered.isEmpty() : null,
                    spoke ? own.stream().mapToDouble(Outcome::confidence).max().orElse(0) : null,
                    said.isEmpty() ? null : String.join("\n", said));
        }
    }

    /**
     * Statements that cannot all be the answer.
     *
     * @param about the parts of the question that they answer
     */
    record Disagreement(String about, List<Position> positions) {}

    /** What one agent says; the citation is null for an answer that a person wrote. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Position(UUID agentId, String agent, String statement, @Nullable Citation citation) {}
}
