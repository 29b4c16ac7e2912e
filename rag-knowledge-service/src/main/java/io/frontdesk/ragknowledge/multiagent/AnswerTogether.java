package io.frontdesk.ragknowledge.multiagent;

import io.frontdesk.ragknowledge.answering.Answer;
import io.frontdesk.ragknowledge.answering.AnswerQuestion;
import io.frontdesk.ragknowledge.answering.Question;
import io.frontdesk.ragknowledge.core.SearchMode;
import io.frontdesk.ragknowledge.library.KnowledgeBases;
import io.frontdesk.ragknowledge.multiagent.AgentCalls.Outcome;
import io.frontdesk.ragknowledge.multiagent.MultiAgentAnswer.Contribution;
import io.frontdesk.ragknowledge.routing.QuestionParts;
import io.frontdesk.ragknowledge.routing.Route;
import io.frontdesk.ragknowledge.routing.Routing;
import io.frontdesk.ragknowledge.search.PassageSearch;
import io.frontdesk.ragknowledge.specialist.AgentNotFound;
import io.frontdesk.ragknowledge.specialist.Assistant;
import io.frontdesk.ragknowledge.specialist.Specialists;
import io.frontdesk.ragknowledge.statistics.AnswerCounts;
import io.frontdesk.ragknowledge.unanswered.UnansweredQuestions;
import io.frontdesk.ragknowledge.usage.Quotas;
import io.frontdesk.starter.tenancy.Tenancy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Takes a question apart, asks the agents that know about the parts, and puts it together. */
@Service
class AnswerTogether {

    private static final String NOTHING = "The documents do not answer this question.";
    private static final String NOBODY = "None of the agents could answer at the moment.";
    private static final int CLOSEST = 5;
    private static final double DISPUTED = 0.5;

    private final Specialists specialists;
    private final KnowledgeBases bases;
    private final Routing routing;
    private final AgentCalls calls;
    private final AnswerQuestion answerQuestion;
    private final PassageSearch search;
    private final Quotas quotas;
    private final UnansweredQuestions unanswered;
    private final AnswerCounts counts;
    private final Tenancy tenancy;

    AnswerTogether(
            Specialists specialists,
            KnowledgeBases bases,
            Routing routing,
            AgentCalls calls,
            AnswerQuestion answerQuestion,
            PassageSearch search,
            Quotas quotas,
            UnansweredQuestions unanswered,
            AnswerCounts counts,
            Tenancy tenancy) {
        this.specialists = specialists;
        this.bases = bases;
        this.routing = routing;
        this.calls = calls;
        this.answerQuestion = answerQuestion;
        this.search = search;
        this.quotas = quotas;
        this.unanswered = unanswered;
        this.counts = counts;
        this.tenancy = tenancy;
    }

    MultiAgentAnswer answer(String question, @Nullable List<UUID> agentIds) {
        tenancy.require();
        var chosen = chosen(agentIds);
        quotas.takeQuestion();
        var able = chosen.stream().flatMap(agent -> withBases(agent).stream()).toList();
        var settled = answerQuestion.beforehand(Question.of(question, null));
        if (settled.isPresent()) {
            return settled(question, chosen, able, settled.get());
        }
        List<Route> routes =
                able.isEmpty() ? List.of() : routing.routes(QuestionParts.of(question), able);
        var outcomes = calls.ask(routes);
        var answer = merged(chosen, routes, outcomes, able);
        boolean broken = outcomes.stream().anyMatch(outcome -> outcome.failure() != null);
        if (answer.abstained() && !broken) {
            record(question, able, Objects.requireNonNullElse(answer.reason(), "no-support"));
        }
        counts.add(
                answer.abstained(),
                outcomes.stream()
                        .map(Outcome::answer)
                        .anyMatch(each -> each != null && each.overrideId() != null));
        return answer;
    }

    /** Taken apart, a question could slip past what is said about all of it. */
    private MultiAgentAnswer settled(
            String question, List<Assistant> chosen, List<Assistant> able, Answer answer) {
        counts.add(answer.abstained(), answer.overrideId() != null);
        if (answer.abstained()) {
            record(question, able, Objects.requireNonNullElse(answer.reason(), "no-support"));
        }
        return MultiAgentAnswer.settled(
                answer,
                chosen.stream()
                        .map(agent ->
                                Contribution.of(agent, List.of(), List.of(), isIn(able, agent)))
                        .toList());
    }

    private List<Assistant> chosen(@Nullable List<UUID> agentIds) {
        var all = specialists.all();
        if (all.isEmpty() && (agentIds == null || agentIds.isEmpty())) {
            throw new NoAgents();
        }
        if (agentIds == null || agentIds.isEmpty()) {
            return all;
        }
        return agentIds.stream()
                .distinct()
                .map(id ->
                        all.stream()
                                .filter(agent -> agent.id().equals(id))
                                .findFirst()
                                .orElseThrow(() -> new AgentNotFound(id)))
                .toList();
    }

    /** The agent with those of its bases that it may still search; none where all are gone. */
    private List<Assistant> withBases(Assistant agent) {
        if (agent.baseIds().isEmpty()) {
            return List.of(agent);
        }
        var left = bases.remaining(agent.baseIds()).all();
        return left.isEmpty()
                ? List.of()
                : List.of(
                        new Assistant(
                                agent.id(),
                                agent.name(),
                                agent.description(),
                                left,
                                agent.instructions(),
                                agent.topics(),
                                agent.createdAt(),
                                agent.updatedAt()));
    }

    private static MultiAgentAnswer merged(
            List<Assistant> agents,
            List<Route> routes,
            List<Outcome> outcomes,
            List<Assistant> able) {
        var merged = new MergedAnswer();
        var open = new ArrayList<String>();
        double confidence = 1;
        for (var route : routes) {
            var here = outcomes.stream().filter(each -> each.part().equals(route.part())).toList();
            var answered = answered(here);
            merged.add(route.part(), answered);
            if (answered.isEmpty()) {
                open.add(route.part());
            } else {
                confidence = Math.min(confidence, best(answered));
            }
        }
        var contributions =
                agents.stream()
                        .map(agent -> Contribution.of(agent, routes, outcomes, isIn(able, agent)))
                        .toList();
        if (merged.isEmpty()) {
            return refusal(outcomes, contributions, open);
        }
        outcomes.stream()
                .map(Outcome::answer)
                .filter(each -> each != null && "blocked-topic".equals(each.reason()))
                .map(each -> Objects.requireNonNull(each).answer())
                .distinct()
                .forEach(merged::reply);
        var disagreement = merged.disagreement();
        return new MultiAgentAnswer(
                merged.text(),
                false,
                merged.citations(),
                disagreement == null ? confidence : Math.min(DISPUTED, confidence),
                contributions,
                open,
                disagreement,
                null);
    }

    private static boolean isIn(List<Assistant> agents, Assistant agent) {
        return agents.stream().anyMatch(each -> each.id().equals(agent.id()));
    }

    /** What a person wrote for the question outdoes what documents say. */
    private static List<Outcome> answered(List<Outcome> outcomes) {
        var answered = outcomes.stream().filter(Outcome::isAnswered).toList();
        var curated =
                answered.stream()
                        .filter(each -> each.answer() != null && each.answer().overrideId() != null)
                        .toList();
        return curated.isEmpty() ? answered : curated;
    }

    private static double best(List<Outcome> outcomes) {
        return outcomes.stream().mapToDouble(Outcome::confidence).max().orElse(0);
    }

    private static MultiAgentAnswer refusal(
            List<Outcome> outcomes, List<Contribution> contributions, List<String> open) {
        var nearest =
                outcomes.stream()
                        .map(Outcome::answer)
                        .filter(Objects::nonNull)
                        .max(
                                Comparator.comparing((Answer each) ->
                                                "blocked-topic".equals(each.reason()))
                                        .thenComparingDouble(Answer::confidence));
        boolean nobody = nearest.isEmpty() && !outcomes.isEmpty();
        return new MultiAgentAnswer(
                nearest.map(Answer::answer).orElse(nobody ? NOBODY : NOTHING),
                true,
                List.of(),
                best(outcomes),
                contributions,
                open,
                null,
                nobody ? "unavailable" : nearest.map(Answer::reason).orElse("no-support"));
    }

    private void record(String question, List<Assistant> agents, String reason) {
        boolean everywhere = agents.stream().anyMatch(agent -> agent.baseIds().isEmpty());
        var where = new HashSet<UUID>();
        agents.forEach(agent -> where.addAll(agent.baseIds()));
        List<UUID> baseIds = everywhere ? List.of() : List.copyOf(where);
        unanswered.add(
                question,
                baseIds,
                agents.isEmpty()
                        ? List.of()
                        : search.search(question, baseIds, CLOSEST, SearchMode.HYBRID),
                reason);
    }
}
