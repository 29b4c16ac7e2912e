package io.frontdesk.ragknowledge.multiagent;

import io.frontdesk.ragknowledge.answering.Answer;
import io.frontdesk.ragknowledge.answering.AnswerQuestion;
import io.frontdesk.ragknowledge.answering.Question;
import io.frontdesk.ragknowledge.routing.Route;
import io.frontdesk.ragknowledge.specialist.Assistant;
import io.frontdesk.starter.tenancy.Tenancy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Asks agents in parallel, each on a thread that works for the caller's tenant in its name. */
@Component
@EnableConfigurationProperties(MultiAgentProperties.class)
class AgentCalls implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(AgentCalls.class);

    private final AnswerQuestion answerQuestion;
    private final Tenancy tenancy;
    private final Duration deadline;
    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("agent-", 0).factory());

    AgentCalls(AnswerQuestion answerQuestion, Tenancy tenancy, MultiAgentProperties properties) {
        this.answerQuestion = answerQuestion;
        this.tenancy = tenancy;
        this.deadline = properties.deadline();
    }

    /** The outcomes in the order of the routes and of their agents. */
    List<Outcome> ask(List<Route> routes) {
        long end = System.nanoTime() + deadline.toNanos();
        var running = new ArrayList<Running>();
        for (var route : routes) {
            for (var agent : route.agents()) {
                running.add(new Running(agent, route.part(), begin(agent, route.part())));
            }
        }
        return running.stream().map(call -> outcome(call, end)).toList();
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }

    private Future<Answer> begin(Assistant agent, String part) {
        var tenant = tenancy.require();
        var caller = SecurityContextHolder.getContext().getAuthentication();
        // Neither counted nor recorded: the question as a whole is.
        var question = new Question(part, agent.baseIds(), agent.id(), agent.instructions(), false);
        return threads.submit(() -> {
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(caller);
            SecurityContextHolder.setContext(context);
            try {
                return tenancy.as(tenant, () -> answerQuestion.answer(question));
            } finally {
                SecurityContextHolder.clearContext();
            }
        });
    }

    private static Outcome outcome(Running call, long end) {
        try {
            long left = Math.max(0, end - System.nanoTime());
            var answer = call.answer().get(left, TimeUnit.NANOSECONDS);
            return new Outcome(call.agent(), call.part(), answer, null);
        } catch (TimeoutException late) {
            call.answer().cancel(true);
            return new Outcome(call.agent(), call.part(), null, "timed-out");
        } catch (ExecutionException failed) {
            log.warn("Agent {} failed: {}", call.agent().id(), String.valueOf(failed.getCause()));
            return new Outcome(call.agent(), call.part(), null, "failed");
        } catch (InterruptedException stopped) {
            call.answer().cancel(true);
            Thread.currentThread().interrupt();
            return new Outcome(call.agent(), call.part(), null, "failed");
        }
    }

    private record Running(Assistant agent, String part, Future<Answer> answer) {}

    /**
     * What became of asking one agent one part of the question.
     *
     * @param answer null where it is unavailable
     * @param failure {@code failed} or {@code timed-out}; null where it answered or abstained
     */
    record Outcome(
            Assistant agent, String part, @Nullable Answer answer, @Nullable String failure) {

        boolean isAnswered() {
            return answer != null && !answer.abstained();
        }

        double confidence() {
            return answer == null ? 0 : answer.confidence();
        }
    }
}
