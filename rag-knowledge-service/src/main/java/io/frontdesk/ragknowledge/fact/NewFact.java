package io.frontdesk.ragknowledge.fact;

import io.frontdesk.ragknowledge.content.Prose;
import io.frontdesk.ragknowledge.fact.Fact.Kind;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * A fact as it is sent.
 *
 * @param value by kind: price {@code {"amount":"95.00","currency":"EUR"}}; hours {@code
 *     {"day":"monday","from":"08:00","to":"17:00"}} or {@code {"day":"sunday","closed":true}},
 *     where an end before the beginning is on the next day; duration in ISO 8601, whole minutes;
 *     phone with its country code; e-mail; address
 */
@ValidFact
public record NewFact(
        @NotNull Kind kind, @NotBlank @Size(max = 200) String subject, @NotNull JsonNode value) {

    /** What two facts are about the same by. */
    String key() {
        return Prose.line(subject).toLowerCase(Locale.ROOT);
    }

    /** What tells the fact apart from all others of one origin. */
    public String name() {
        return kind.word() + "/" + key() + "/" + checked().slot();
    }

    /**
     * The value, checked against the kind.
     *
     * @throws IllegalArgumentException when it breaks a rule
     */
    public FactValue checked() {
        return FactValue.of(kind, value);
    }
}
