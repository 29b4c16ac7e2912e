package io.frontdesk.ragknowledge.specialist;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** Another agent of the tenant has the name; capitals make no difference. */
@Problem(
        status = HttpStatus.CONFLICT,
        type = "agent-name-taken",
        title = "The name belongs to another agent")
class AgentNameTaken extends RuntimeException {
    AgentNameTaken(String name) {
        super("There is an agent \"" + name + "\" already. Choose another name.");
    }
}
