package io.frontdesk.ragknowledge.override;

import io.frontdesk.ragknowledge.content.Prose;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A curated answer to be.
 *
 * @param alternatives other ways to ask the same
 * @param answer may have several lines
 * @param enabled true where it is absent
 */
public record NewEntry(
        @NotBlank @Size(max = 500) @Pattern(regexp = WORDS, message = "must have words") String question,
        @Nullable @Size(max = 10) List<
                                @NotBlank @Size(max = 500) @Pattern(regexp = WORDS, message = "must have words") String>
                        alternatives,
        @NotBlank @Size(max = 4000) @Pattern(regexp = CLEAN, message = "has control characters") String answer,
        @Nullable @Size(max = 200) List<@NotNull UUID> baseIds,
        @Nullable OffsetDateTime validFrom,
        @Nullable OffsetDateTime validUntil,
        @Nullable Boolean enabled) {

    private static final String WORDS = "(?s)(?=.*[\\p{L}\\p{N}])[^\\p{Cc}\\p{Cs}]*";
    private static final String CLEAN = "(?s)[^\\p{Cc}\\p{Cs}&&[^\\t\\n\\r]]*";

    /** A question and its answer, for always and the given bases. */
    public static NewEntry of(String question, String answer, @Nullable List<UUID> baseIds) {
        return new NewEntry(question, null, answer, baseIds, null, null, true);
    }

    @AssertTrue(message = "validFrom must be before validUntil") boolean isValidityInOrder() {
        return validFrom == null || validUntil == null || validFrom.isBefore(validUntil);
    }

    NewEntry clean() {
        return new NewEntry(
                Prose.line(question),
                alternatives().stream().map(Prose::line).distinct().toList(),
                answer.strip(),
                baseIds().stream().distinct().toList(),
                validFrom,
                validUntil,
                enabled());
    }

    @Override
    public List<String> alternatives() {
        return Objects.requireNonNullElse(alternatives, List.of());
    }

    @Override
    public List<UUID> baseIds() {
        return Objects.requireNonNullElse(baseIds, List.of());
    }

    @Override
    public Boolean enabled() {
        return enabled == null || enabled;
    }
}
