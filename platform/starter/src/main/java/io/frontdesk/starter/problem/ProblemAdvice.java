package io.frontdesk.starter.problem;

import io.frontdesk.starter.problem.Problems.FieldProblem;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** The one place where a failure becomes an answer. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    // Invalid in a text, and in a JSON column.
    private static final Set<String> NUL = Set.of("22021", "22P05");

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> anything(Exception exception) throws Exception {
        if (exception instanceof AccessDeniedException
                || exception instanceof AuthenticationException) {
            throw exception; // Spring Security's filters answer these.
        }
        var known = AnnotatedElementUtils.findMergedAnnotation(exception.getClass(), Problem.class);
        if (known == null) {
            log.error("Request failed", exception);
            return answer(problems.internal());
        }
        var detail = Objects.requireNonNullElse(exception.getMessage(), known.title());
        return answer(problems.of(known.status(), known.type(), known.title(), detail));
    }

    /** A NUL, which JSON can write and no text in PostgreSQL can hold. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unkeepable(DataIntegrityViolationException exception) {
        if (exception.getMostSpecificCause() instanceof SQLException refused
                && NUL.contains(String.valueOf(refused.getSQLState()))) {
            return answer(
                    problems.invalid("A text of the input has the character NUL.", List.of()));
        }
        log.error("Request failed", exception);
        return answer(problems.internal());
    }

    /** The container and the firewall decode parameters lazily, so these surface in a handler. */
    @ExceptionHandler({
        InvalidParameterException.class,
        RequestRejectedException.class,
        MultipartException.class
    })
    ResponseEntity<ProblemDetail> undecodable() {
        return answer(
                problems.invalid("The query or the multipart body cannot be decoded.", List.of()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> wrongType(MethodArgumentTypeMismatchException exception) {
        return answer(wrong(exception.getName(), "is not of the expected type"));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException exception,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return body(wrong(exception.getParameterName(), "is required"), headers);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestPart(
            MissingServletRequestPartException exception,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return body(wrong(exception.getRequestPartName(), "is required"), headers);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException exception,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return body(InvalidInput.problem(problems, exception), headers);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException exception,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return exception.isForReturnValue()
                ? handleExceptionInternal(exception, null, headers, status, request)
                : body(InvalidInput.problem(problems, exception), headers);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException exception,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return body(UnreadableJson.problem(problems, exception), headers);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception exception,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        if (status.value() != HttpStatus.INTERNAL_SERVER_ERROR.value()) {
            return super.handleExceptionInternal(exception, body, headers, status, request);
        }
        log.error("Request failed", exception);
        return super.handleExceptionInternal(
                exception, problems.internal(), headers, status, request);
    }

    private ProblemDetail wrong(String parameter, String why) {
        return problems.invalid(
                "The input has invalid fields.", List.of(new FieldProblem(parameter, why)));
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus()).body(problem);
    }

    private static ResponseEntity<Object> body(ProblemDetail problem, HttpHeaders headers) {
        return ResponseEntity.status(problem.getStatus()).headers(headers).body(problem);
    }
}
