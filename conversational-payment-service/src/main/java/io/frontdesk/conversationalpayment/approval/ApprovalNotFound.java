package io.frontdesk.conversationalpayment.approval;

import io.frontdesk.starter.problem.Problem;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** The tenant has no approval of this id. */
@Problem(status = HttpStatus.NOT_FOUND, type = "approval-not-found", title = "No such approval")
public class ApprovalNotFound extends RuntimeException {
    ApprovalNotFound(UUID id) {
        super("There is no approval " + id + ".");
    }
}
