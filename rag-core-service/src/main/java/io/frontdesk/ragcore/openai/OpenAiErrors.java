package io.frontdesk.ragcore.openai;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.frontdesk.starter.problem.Problems.FieldProblem;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Puts OpenAI's {@code error} into the problems of its API, beside the fields of RFC 9457: the
 * official clients show its message.
 */
@RestControllerAdvice
class OpenAiErrors implements ResponseBodyAdvice<Object> {
    private static final String API = "/v1/";

    /** As in OpenAI's API. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record OpenAiError(
            String message, String type, @Nullable String param, @Nullable String code) {}

    @Override
    public boolean supports(
            MethodParameter answer, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter answer,
            MediaType mediaType,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body instanceof ProblemDetail problem && request.getURI().getPath().startsWith(API)) {
            problem.setProperty("error", error(problem));
        }
        return body;
    }

    private static OpenAiError error(ProblemDetail problem) {
        var detail =
                Objects.requireNonNullElse(problem.getDetail(), String.valueOf(problem.getTitle()));
        var name = String.valueOf(problem.getType());
        var code = name.substring(name.lastIndexOf(':') + 1);
        var field = firstField(problem);
        return field == null
                ? new OpenAiError(detail, type(problem.getStatus()), null, code)
                : new OpenAiError(
                        detail + " " + field.field() + " " + field.message(),
                        type(problem.getStatus()),
                        field.field(),
                        code);
    }

    private static @Nullable FieldProblem firstField(ProblemDetail problem) {
        var properties = problem.getProperties();
        return properties != null
                        && properties.get("errors") instanceof List<?> errors
                        && !errors.isEmpty()
                        && errors.getFirst() instanceof FieldProblem field
                ? field
                : null;
    }

    private static String type(int status) {
        return switch (status) {
            case 401 -> "authentication_error";
            case 402 -> "insufficient_quota";
            case 403 -> "permission_error";
            case 429 -> "rate_limit_error";
            default -> status >= 500 ? "server_error" : "invalid_request_error";
        };
    }
}
