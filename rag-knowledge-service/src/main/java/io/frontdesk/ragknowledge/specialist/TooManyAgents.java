package io.frontdesk.ragknowledge.specialist;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** The tenant has as many agents as it may have. */
@Problem(
        status = HttpStatus.CONFLICT,
        type = "too-many-agents",
        title = "There are as many agents as there may be")
class TooManyAgents extends RuntimeException {
    TooManyAgents(int most) {
        super("There are " + most + " agents already. Delete one first.");
    }
}
