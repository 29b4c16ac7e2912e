package io.frontdesk.conversationalpayment.policy;

import io.frontdesk.starter.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Nothing is charged under limits that nobody can tell. */
@Problem(
        status = HttpStatus.SERVICE_UNAVAILABLE,
        type = "policy-unreadable",
        title = "Payments are stopped")
public class PolicyUnreadable extends RuntimeException {
    PolicyUnreadable(@Nullable Throwable cause) {
        super("The spend policy cannot be read, so that no payment is made at the moment.", cause);
    }
}
