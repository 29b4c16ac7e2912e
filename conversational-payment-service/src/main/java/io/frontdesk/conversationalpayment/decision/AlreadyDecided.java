package io.frontdesk.conversationalpayment.decision;

import io.frontdesk.conversationalpayment.approval.Approval;
import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** One decision is final. */
@Problem(status = HttpStatus.CONFLICT, type = "approval-decided", title = "Decided before")
public class AlreadyDecided extends RuntimeException {
    AlreadyDecided(Approval approval) {
        super("This approval is " + approval.status() + " already.");
    }
}
