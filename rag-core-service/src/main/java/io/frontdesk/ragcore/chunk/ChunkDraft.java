package io.frontdesk.ragcore.chunk;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A part of a document, as the ingester sends it.
 *
 * @param ordinal its place in the document, from 0
 * @param title the document's; absent means empty
 * @param headings the path of headings above it, outermost first; absent means none
 * @param page where the document has pages, from 1
 */
public record ChunkDraft(
        @Min(0) int ordinal,
        @NotBlank @Size(max = 10_000) @Storable String text,
        @Size(max = 1_000) @Storable String title,
        @Size(max = 20) List<@NotNull @Size(max = 1_000) @Storable String> headings,
        @Nullable @Min(1) Integer page) {
    public ChunkDraft {
        title = Objects.requireNonNullElse(title, "");
        headings = Objects.requireNonNullElse(headings, List.of());
    }

    /** The text with its place in the document, which tells the model what it is about. */
    String embedded() {
        return embedded(title, headings, text);
    }

    /** What is embedded of a chunk. */
    public static String embedded(String title, List<String> headings, String text) {
        return Stream.of(title, String.join(" > ", headings), text)
                .filter(part -> !part.isBlank())
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    /** SHA-256 of everything that is found or shown. */
    byte[] hash() {
        try {
            var everything = List.of(title(), headings(), text, String.valueOf(page)).toString();
            return MessageDigest.getInstance("SHA-256")
                    .digest(everything.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Text that PostgreSQL and UTF-8 can hold. */
    @Pattern(regexp = "[^\\x00\\p{Cs}]*") @ReportAsSingleViolation
    @Constraint(validatedBy = {})
    @Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
    @Retention(RetentionPolicy.RUNTIME)
    @interface Storable {
        String message() default
                "must not contain the character U+0000 or half of a surrogate pair";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }
}
