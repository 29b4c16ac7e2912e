package io.frontdesk.payment.notice;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** A webhook that its provider did not sign, or not for us, or too long ago. */
@Problem(
        status = HttpStatus.BAD_REQUEST,
        type = "signature-rejected",
        title = "The signature of the message is not right")
public class SignatureRejected extends RuntimeException {
    public SignatureRejected(String message) {
        super(message);
    }

    public SignatureRejected(String message, Throwable cause) {
        super(message, cause);
    }
}
