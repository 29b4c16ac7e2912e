package io.frontdesk.starter.problem;

import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.ServerHttpObservationFilter;

/** What fails before a handler is found (a filter, the container) answers in the same form. */
@Hidden
@RestController
class ErrorPage implements ErrorController {
    private static final Logger log = LoggerFactory.getLogger(ErrorPage.class);

    private final Problems problems;

    ErrorPage(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("${server.error.path:/error}")
    ResponseEntity<ProblemDetail> error(HttpServletRequest request) {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var status =
                code instanceof Integer number
                        ? HttpStatusCode.valueOf(number)
                        : HttpStatus.NOT_FOUND;
        var problem = status.value() == 500 ? problems.internal() : standard(status);
        var trace = traceOf(request);
        trace.ifPresent(id -> problem.setProperty("traceId", id));
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Exception failure) {
            // The container has logged it too, but outside of any trace.
            log.error("Request of trace {} failed in a filter", trace.orElse("none"), failure);
        }
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private ProblemDetail standard(HttpStatusCode status) {
        var known = HttpStatus.resolve(status.value());
        var title = known == null ? "Error" : known.getReasonPhrase();
        return problems.of(
                status,
                StandardProblems.typeOf(status.value()),
                title,
                "The request could not be served: " + title + ".");
    }

    /** The error dispatch has a span of its own; the logs tell of the request's. */
    private static Optional<String> traceOf(HttpServletRequest request) {
        return ServerHttpObservationFilter.findObservationContext(request)
                .map(context -> (TracingContext) context.get(TracingContext.class))
                .map(TracingContext::getSpan)
                .map(span -> span.context().traceId());
    }
}
