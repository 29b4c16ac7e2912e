package io.frontdesk.conversationalpayment.charging;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** payment-service has said no, and would say no again. */
@Problem(
        status = HttpStatus.UNPROCESSABLE_CONTENT,
        type = "payment-refused",
        title = "The payment was refused")
public class PaymentRefused extends RuntimeException {
    private final String code;

    PaymentRefused(String code, String message) {
        super(message);
        this.code = code;
    }

    /** The last part of the problem's type, for example {@code quote-consumed}. */
    public String code() {
        return code;
    }
}
