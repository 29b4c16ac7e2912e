package io.frontdesk.calendarintegration.occupancy;

import io.frontdesk.starter.problem.Problems;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What the database refuses, in words: a caller that it ended for another may ask again. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Collisions {
    private static final Logger log = LoggerFactory.getLogger(Collisions.class);

    private final Problems problems;

    Collisions(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> collided(PessimisticLockingFailureException collision) {
        var problem =
                problems.of(
                        HttpStatus.CONFLICT,
                        "collision",
                        "Collision",
                        "Somebody else changed the same times at this moment: repeat the call.");
        return ResponseEntity.status(HttpStatus.CONFLICT).body(problem);
    }

    /** A NUL in a text, or times less than a microsecond apart: what no column can keep. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unkeepable(DataIntegrityViolationException refused) {
        var state =
                refused.getMostSpecificCause() instanceof SQLException sql ? sql.getSQLState() : "";
        if (state != null
                && (state.startsWith("22") || state.equals("23514") || state.equals("23502"))) {
            var problem =
                    problems.of(
                            HttpStatus.BAD_REQUEST,
                            "invalid-input",
                            "Invalid input",
                            "A text or a time of the input cannot be kept.");
            return ResponseEntity.badRequest().body(problem);
        }
        log.error("Request failed", refused);
        return ResponseEntity.internalServerError()
                .body(
                        problems.of(
                                HttpStatus.INTERNAL_SERVER_ERROR,
                                "internal-error",
                                "Internal error",
                                "Something went wrong here."));
    }

    /** Every connection was in use for longer than a caller can be let wait. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> busy(CannotCreateTransactionException busy) {
        var problem =
                problems.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "busy",
                        "Busy",
                        "Too much is asked for at this moment: repeat the call a little later.");
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "2")
                .body(problem);
    }
}
