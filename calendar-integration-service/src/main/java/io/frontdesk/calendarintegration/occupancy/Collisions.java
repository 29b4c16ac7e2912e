package io.frontdesk.calendarintegration.occupancy;

import io.frontdesk.starter.problem.Problems;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** When two callers wait for each other, the database ends one of them: that one may ask again. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Collisions {
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
}
