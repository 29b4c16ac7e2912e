package io.frontdesk.calendarintegration.feed;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** There is no such feed, or no longer. */
@Problem(status = HttpStatus.NOT_FOUND, type = "feed-not-found", title = "No such feed")
class FeedNotFound extends RuntimeException {
    FeedNotFound() {
        super("There is no such feed.");
    }
}
