package io.frontdesk.starter.problem;

import io.frontdesk.starter.problem.Problems.FieldProblem;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The one place where a failure becomes an answer. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

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
            return answer(
                    problems.of(
                            HttpStatus.INTERNAL_SERVER_ERROR,
                            "internal-error",
                            "Internal error",
                            "Something went wrong here. Quote the traceId when you report it."));
        }
        var detail = Objects.requireNonNullElse(exception.getMessage(), known.title());
        return answer(problems.of(known.status(), known.type(), known.title(), detail));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> wrongType(MethodArgumentTypeMismatchException exception) {
        var error = new FieldProblem(exception.getName(), "is not of the expected type");
        return answer(problems.invalid("A parameter has the wrong type.", List.of(error)));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException exception,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var errors = exception.getAllErrors().stream().map(ProblemAdvice::field).toList();
        return body(problems.invalid("The input has invalid fields.", errors), headers);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException exception,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var errors = new ArrayList<FieldProblem>();
        for (var result : exception.getParameterValidationResults()) {
            var name = result.getMethodParameter().getParameterName();
            for (var error : result.getResolvableErrors()) {
                errors.add(
                        error instanceof FieldError field
                                ? field(field)
                                : new FieldProblem(
                                        Objects.requireNonNullElse(name, "parameter"),
                                        Objects.requireNonNullElse(
                                                error.getDefaultMessage(), "is invalid")));
            }
        }
        return body(problems.invalid("The input has invalid fields.", errors), headers);
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
        var named = body instanceof ProblemDetail problem ? StandardProblems.name(problem) : body;
        if (named instanceof ProblemDetail problem) {
            problems.traced(problem);
        }
        return super.handleExceptionInternal(exception, named, headers, status, request);
    }

    private static FieldProblem field(ObjectError error) {
        var name = error instanceof FieldError field ? field.getField() : error.getObjectName();
        return new FieldProblem(
                name, Objects.requireNonNullElse(error.getDefaultMessage(), "is invalid"));
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus()).body(problem);
    }

    private static ResponseEntity<Object> body(ProblemDetail problem, HttpHeaders headers) {
        return ResponseEntity.status(problem.getStatus()).headers(headers).body(problem);
    }
}
