package io.frontdesk.conversationalpayment.offering;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** The calendar does not answer: its offerings have no price that could be promised. */
@Problem(
        status = HttpStatus.SERVICE_UNAVAILABLE,
        type = "offerings-unavailable",
        title = "Offerings cannot be quoted at the moment")
public class OfferingsUnavailable extends RuntimeException {
    OfferingsUnavailable(Throwable cause) {
        super(
                "The calendar does not answer, so that bookable offerings cannot be quoted at the"
                        + " moment. Items of the own catalogue can. Try again in a few seconds.",
                cause);
    }
}
