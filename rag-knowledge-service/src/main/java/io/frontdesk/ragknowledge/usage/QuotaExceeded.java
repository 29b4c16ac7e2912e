package io.frontdesk.ragknowledge.usage;

import io.frontdesk.starter.problem.Problem;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import org.springframework.http.HttpStatus;

/** The tenant has used what its operator allows. */
@Problem(
        status = HttpStatus.PAYMENT_REQUIRED,
        type = "quota-exceeded",
        title = "The quota is used up")
public class QuotaExceeded extends RuntimeException {
    QuotaExceeded(String detail) {
        super(detail);
    }

    static QuotaExceeded of(String what, long used, long allowed, long more) {
        return new QuotaExceeded(
                ("%d of %d %s are used, %d more do not fit. Room is made when documents are deleted"
                                + " or the operator allows more.")
                        .formatted(used, allowed, what, more));
    }

    static QuotaExceeded ofQuestions(long used, long allowed, OffsetDateTime frees) {
        return new QuotaExceeded(
                "%d of %d questions of this month are used. The next month begins at %s."
                        .formatted(
                                used,
                                allowed,
                                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(frees)));
    }
}
