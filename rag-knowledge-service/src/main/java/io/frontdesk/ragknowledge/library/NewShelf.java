package io.frontdesk.ragknowledge.library;

import io.frontdesk.ragknowledge.content.Prose;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A knowledge base to be. */
public record NewShelf(
        @NotBlank @Size(max = 200) String name,
        @Nullable @Size(max = 2000) String description,
        @Nullable @Size(max = 100) String industry) {

    /** The same without control characters and outer blanks. */
    public NewShelf clean() {
        return new NewShelf(
                Prose.line(name),
                description == null ? null : Prose.line(description),
                industry == null ? null : Prose.line(industry));
    }
}
