package io.frontdesk.payment.account;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** Nobody here speaks to this provider. */
@Problem(
        status = HttpStatus.UNPROCESSABLE_CONTENT,
        type = "provider-unknown",
        title = "No such payment provider")
class UnknownProvider extends RuntimeException {
    UnknownProvider(String name) {
        super("There is no payment provider named " + name + ".");
    }
}
