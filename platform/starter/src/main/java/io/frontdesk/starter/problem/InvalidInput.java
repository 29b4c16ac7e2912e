package io.frontdesk.starter.problem;

import io.frontdesk.starter.problem.Problems.FieldProblem;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.ProblemDetail;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/** Names every field that breaks a rule, by the path that the caller wrote. */
final class InvalidInput {
    private InvalidInput() {}

    static ProblemDetail problem(Problems problems, MethodArgumentNotValidException exception) {
        return problem(
                problems,
                exception.getAllErrors().stream().map(error -> error(error, "", "body")).toList());
    }

    static ProblemDetail problem(Problems problems, HandlerMethodValidationException exception) {
        return problem(
                problems,
                exception.getParameterValidationResults().stream()
                        .flatMap(InvalidInput::errors)
                        .toList());
    }

    private static ProblemDetail problem(Problems problems, List<FieldProblem> errors) {
        return problems.invalid("The input has invalid fields.", errors);
    }

    private static Stream<FieldProblem> errors(ParameterValidationResult result) {
        var index = result.getContainerIndex();
        var element = index == null ? "" : "[" + index + "]";
        var name = result.getMethodParameter().getParameterName();
        return result.getResolvableErrors().stream()
                .map(error ->
                        error(
                                error,
                                element.isEmpty() ? "" : element + ".",
                                Objects.requireNonNullElse(name, "parameter") + element));
    }

    private static FieldProblem error(MessageSourceResolvable error, String prefix, String whole) {
        return error instanceof FieldError field
                ? new FieldProblem(
                        prefix + field.getField(),
                        // The binder's own message tells Java types.
                        field.isBindingFailure()
                                ? "is not of the expected type"
                                : message(field.getDefaultMessage()))
                : new FieldProblem(whole, message(error.getDefaultMessage()));
    }

    private static String message(@Nullable String text) {
        return Objects.requireNonNullElse(text, "is invalid");
    }
}
