package io.frontdesk.conversationalpayment.policy;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** Somebody else has changed the policy meanwhile. */
@Problem(
        status = HttpStatus.CONFLICT,
        type = "policy-changed",
        title = "The policy has changed meanwhile")
public class PolicyChanged extends RuntimeException {
    PolicyChanged(int current) {
        super("The policy is at version " + current + " by now. Read it again.");
    }
}
