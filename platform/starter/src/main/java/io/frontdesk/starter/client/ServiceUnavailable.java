package io.frontdesk.starter.client;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** Another service of the fleet did not answer, or is known not to at the moment. */
@Problem(
        status = HttpStatus.SERVICE_UNAVAILABLE,
        type = "service-unavailable",
        title = "A service is unavailable")
public class ServiceUnavailable extends RuntimeException {
    ServiceUnavailable(String service, Throwable cause) {
        super(service + " does not answer at the moment. Try again in a few seconds.", cause);
    }
}
