package io.frontdesk.ragknowledge.specialist;

import io.frontdesk.starter.problem.Problem;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** The tenant has no agent of this id. */
@Problem(status = HttpStatus.NOT_FOUND, type = "agent-not-found", title = "No such agent")
public class AgentNotFound extends RuntimeException {
    public AgentNotFound(UUID id) {
        super("There is no agent " + id + ".");
    }
}
