package io.frontdesk.starter.problem;

import io.frontdesk.starter.problem.Problems.FieldProblem;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Names the field that could not be read, and never a class of ours. */
final class UnreadableJson {
    private UnreadableJson() {}

    static ProblemDetail problem(Problems problems, HttpMessageNotReadableException exception) {
        // Not the most specific cause: below a date that cannot be read lies a DateTimeException.
        return switch (exception.getCause()) {
            case UnrecognizedPropertyException unknown ->
                    problems.invalid(
                            "The body has an unknown field.",
                            List.of(new FieldProblem(path(unknown), "is unknown")));
            case UnreadableValue told ->
                    problems.invalid(
                            "A field of the body could not be read.",
                            List.of(new FieldProblem(path(told), told.getOriginalMessage())));
            case DatabindException wrong when !wrong.getPath().isEmpty() ->
                    problems.invalid(
                            "A field of the body could not be read.",
                            List.of(new FieldProblem(path(wrong), "is not of the expected type")));
            case InputCoercionException tooLarge ->
                    problems.invalid(
                            "A field of the body could not be read.",
                            List.of(new FieldProblem(path(tooLarge), "is out of range")));
            case DatabindException other ->
                    problems.invalid("The body is not what this call expects.", List.of());
            case JacksonException broken ->
                    problems.invalid("The body is not valid JSON" + place(broken), List.of());
            case null, default ->
                    problems.invalid(
                            "The body is missing or cannot be read as the type it says.",
                            List.of());
        };
    }

    private static String place(JacksonException broken) {
        var at = broken.getLocation();
        return at == null || at.getLineNr() < 1
                ? "."
                : " at line " + at.getLineNr() + ", column " + at.getColumnNr() + ".";
    }

    private static String path(JacksonException exception) {
        return exception.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null
                                ? "[" + step.getIndex() + "]"
                                : "." + step.getPropertyName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }
}
