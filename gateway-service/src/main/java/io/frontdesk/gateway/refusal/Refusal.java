package io.frontdesk.gateway.refusal;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A request is turned away before any handler of a service sees it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
public final class Refusal extends RuntimeException {
    private final HttpStatus status;
    private final String type;
    private final String title;
    private final @Nullable Duration retryAfter;
    private final @Nullable String field;

    private Refusal(
            HttpStatus status,
            String type,
            String title,
            String detail,
            @Nullable Duration retryAfter,
            @Nullable String field) {
        // Refusals are answers, made often when someone attacks: no stack trace, no suppression.
        super(detail, null, false, false);
        this.status = status;
        this.type = type;
        this.title = title;
        this.retryAfter = retryAfter;
        this.field = field;
    }

    public static Refusal of(HttpStatus status, String type, String title, String detail) {
        return new Refusal(status, type, title, detail, null, null);
    }

    public static Refusal later(
            HttpStatus status, String type, String title, String detail, Duration retryAfter) {
        return new Refusal(status, type, title, detail, retryAfter, null);
    }

    public static Refusal unauthenticated(String detail) {
        return of(HttpStatus.UNAUTHORIZED, "unauthenticated", "Unauthenticated", detail);
    }

    /** Input whose field the caller has to mend. */
    public static Refusal invalid(String field, String message) {
        return new Refusal(
                HttpStatus.BAD_REQUEST, "invalid-input", "Invalid input", message, null, field);
    }

    public static Refusal forbidden(String detail) {
        return of(HttpStatus.FORBIDDEN, "forbidden", "Forbidden", detail);
    }

    public HttpStatus status() {
        return status;
    }

    public String type() {
        return type;
    }

    public String title() {
        return title;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    public @Nullable String field() {
        return field;
    }
}
