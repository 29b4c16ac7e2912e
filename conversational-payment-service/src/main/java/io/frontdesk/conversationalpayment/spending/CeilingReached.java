package io.frontdesk.conversationalpayment.spending;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** One of the tenant's ceilings leaves no room for this payment. */
@Problem(
        status = HttpStatus.UNPROCESSABLE_CONTENT,
        type = "ceiling-reached",
        title = "A spending ceiling is reached")
public class CeilingReached extends RuntimeException {
    CeilingReached(String scope) {
        super("The ceiling per " + scope.replace('_', ' ') + " leaves no room for this payment.");
    }
}
