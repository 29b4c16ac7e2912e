package io.frontdesk.calendarplugin.refusal;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** Nobody knows whether the provider did the work; only looking tells. */
@Problem(
        status = HttpStatus.GATEWAY_TIMEOUT,
        type = "calendar-provider-silent",
        title = "The calendar provider did not answer")
public class ProviderSilent extends RuntimeException {
    public ProviderSilent(String message) {
        super(message);
    }

    public ProviderSilent(String message, Throwable cause) {
        super(message, cause);
    }
}
