package io.frontdesk.gateway.refusal;

import io.frontdesk.starter.problem.Problems;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes a refusal as a problem, from wherever in the filters or handlers it was found. */
@Component
public class Refusals {
    private final Problems problems;
    private final JsonMapper json;

    Refusals(Problems problems, JsonMapper json) {
        this.problems = problems;
        this.json = json;
    }

    public void write(HttpServletResponse response, Refusal refusal) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(refusal.status().value());
        if (refusal.status() == HttpStatus.UNAUTHORIZED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        var retryAfter = refusal.retryAfter();
        if (retryAfter != null) {
            long seconds = Math.max(1, retryAfter.plusMillis(999).toSeconds());
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        }
        byte[] body = json.writeValueAsBytes(problem(refusal));
        response.setContentType("application/problem+json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        // Before the rest of an oversized body is drained, so that the sender learns of it early.
        response.flushBuffer();
    }

    private ProblemDetail problem(Refusal refusal) {
        var field = refusal.field();
        return field == null
                ? problems.of(refusal.status(), refusal.type(), refusal.title(), refusal.detail())
                : problems.invalid(
                        "The input has invalid fields.",
                        List.of(new Problems.FieldProblem(field, refusal.detail())));
    }
}
