package io.frontdesk.admincustomerrag.erasure;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** The erasure was asked for without its confirmation. */
@Problem(
        status = HttpStatus.UNPROCESSABLE_CONTENT,
        type = "erasure-not-confirmed",
        title = "The erasure is not confirmed")
class NotConfirmed extends RuntimeException {
    NotConfirmed() {
        super("Send the id of the tenant as confirmation. What is erased cannot be restored.");
    }
}
