package io.frontdesk.payment.account;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** The tenant has not been set up with this provider. */
@Problem(
        status = HttpStatus.UNPROCESSABLE_CONTENT,
        type = "provider-not-configured",
        title = "The payment provider is not configured")
class NoAccount extends RuntimeException {
    NoAccount(String provider) {
        super("There is no account with " + provider + "; add its keys to the configuration.");
    }
}
