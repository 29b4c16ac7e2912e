package io.frontdesk.starter.problem;

import io.micrometer.tracing.Tracer;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/** Makes problem details, each with the trace id under which the logs tell more. */
public final class Problems {
    private static final String TYPE = "urn:frontdesk:problem:";

    private final JsonMapper json;
    private final Supplier<Optional<String>> traceId;

    Problems(JsonMapper json, @Nullable Tracer tracer) {
        this.json = json;
        this.traceId = () -> tracer == null ? Optional.empty() : currentTrace(tracer);
    }

    /** One invalid field of the input. */
    public record FieldProblem(String field, String message) {}

    /**
     * A problem of ours.
     *
     * @param type the last part of the type, for example {@code slot-taken}
     * @param detail tells the caller what is wrong and what to do
     */
    public ProblemDetail of(HttpStatusCode status, String type, String title, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create(TYPE + type));
        problem.setTitle(title);
        return traced(problem);
    }

    /** A failure of ours: the trace id, and nothing else. */
    ProblemDetail internal() {
        return of(
                HttpStatusCode.valueOf(500),
                "internal-error",
                "Internal error",
                "Something went wrong here. Quote the traceId when you report it.");
    }

    /** Input that is invalid in the fields named. */
    public ProblemDetail invalid(String detail, List<FieldProblem> errors) {
        var problem = of(HttpStatusCode.valueOf(400), "invalid-input", "Invalid input", detail);
        problem.setProperty("errors", errors);
        return problem;
    }

    /** Keeps a trace id that the problem already has. */
    ProblemDetail traced(ProblemDetail problem) {
        var properties = problem.getProperties();
        if (properties == null || !properties.containsKey("traceId")) {
            traceId.get().ifPresent(id -> problem.setProperty("traceId", id));
        }
        return problem;
    }

    /** Writes a problem from a filter, where no handler will. */
    public void write(HttpServletResponse response, ProblemDetail problem) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        json.writeValue(response.getOutputStream(), problem);
    }

    private static Optional<String> currentTrace(Tracer tracer) {
        return Optional.ofNullable(tracer.currentSpan()).map(span -> span.context().traceId());
    }
}
