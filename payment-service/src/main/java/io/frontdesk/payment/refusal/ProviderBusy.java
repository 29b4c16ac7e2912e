package io.frontdesk.payment.refusal;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** The provider did nothing this time; the same request may succeed later. */
@Problem(
        status = HttpStatus.SERVICE_UNAVAILABLE,
        type = "provider-busy",
        title = "The payment provider is busy")
public class ProviderBusy extends RuntimeException {
    public ProviderBusy(String message) {
        super(message);
    }

    public ProviderBusy(String message, Throwable cause) {
        super(message, cause);
    }
}
