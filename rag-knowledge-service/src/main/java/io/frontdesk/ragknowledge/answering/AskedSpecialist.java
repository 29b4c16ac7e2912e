package io.frontdesk.ragknowledge.answering;

import io.frontdesk.ragknowledge.specialist.Specialists;
import io.frontdesk.starter.problem.Problem;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Makes a request a question; an agent bounds it by its own bases and instructions. */
@Component
class AskedSpecialist {

    private final Specialists specialists;

    AskedSpecialist(Specialists specialists) {
        this.specialists = specialists;
    }

    Question question(AnswerRequest request) {
        var agent = request.agentId();
        if (agent == null) {
            return Question.of(request.question(), request.baseIds());
        }
        var specialist =
                specialists
                        .find(agent)
                        .orElseThrow(
                                () -> new SpecialistNotFound("There is no agent " + agent + "."));
        var named = request.baseIds() == null ? List.<UUID>of() : request.baseIds();
        var own = specialist.baseIds();
        var bases =
                named.isEmpty()
                        ? own
                        : named.stream().filter(b -> own.isEmpty() || own.contains(b)).toList();
        if (bases.isEmpty() && !named.isEmpty()) {
            throw new SpecialistNotFound("The agent answers from none of the bases named.");
        }
        return new Question(request.question(), bases, agent, specialist.instructions(), true);
    }

    /** The tenant has no such agent, or it does not answer from the bases named. */
    @Problem(
            status = HttpStatus.NOT_FOUND,
            type = "agent-not-found",
            title = "There is no such agent")
    static final class SpecialistNotFound extends RuntimeException {
        SpecialistNotFound(String detail) {
            super(detail);
        }
    }
}
