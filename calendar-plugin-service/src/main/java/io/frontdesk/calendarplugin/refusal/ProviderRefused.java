package io.frontdesk.calendarplugin.refusal;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** The provider did nothing, and would answer the same again. */
@Problem(
        status = HttpStatus.UNPROCESSABLE_CONTENT,
        type = "calendar-provider-refused",
        title = "The calendar provider refused the request")
public class ProviderRefused extends RuntimeException {
    public ProviderRefused(String message) {
        super(message);
    }

    public ProviderRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
