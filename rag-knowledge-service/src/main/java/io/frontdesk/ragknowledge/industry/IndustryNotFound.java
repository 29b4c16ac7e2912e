package io.frontdesk.ragknowledge.industry;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** There is no such pack, not in this version, or the tenant has not installed it. */
@Problem(
        status = HttpStatus.NOT_FOUND,
        type = "industry-not-found",
        title = "No such industry pack")
class IndustryNotFound extends RuntimeException {
    IndustryNotFound(String detail) {
        super(detail);
    }
}
