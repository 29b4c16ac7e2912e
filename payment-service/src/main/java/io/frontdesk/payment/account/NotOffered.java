package io.frontdesk.payment.account;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** The provider cannot do this at all. */
@Problem(
        status = HttpStatus.UNPROCESSABLE_CONTENT,
        type = "not-offered",
        title = "The payment provider does not offer this")
class NotOffered extends RuntimeException {
    NotOffered(String provider) {
        super("The provider " + provider + " does not offer this.");
    }
}
