package io.frontdesk.conversationalpayment.policy;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** The tenant's policy does not allow it. */
@Problem(
        status = HttpStatus.UNPROCESSABLE_CONTENT,
        type = "policy-refused",
        title = "Not allowed by the spend policy")
public class PolicyRefused extends RuntimeException {
    public PolicyRefused(String reason) {
        super(reason);
    }
}
