package io.frontdesk.ragknowledge.specialist;

import io.frontdesk.ragknowledge.content.Prose;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An agent to be.
 *
 * @param baseIds what it answers from; absent or empty for all that the tenant may search
 * @param instructions for a language model; they never outrank the rule to quote
 */
record NewAssistant(
        @NotBlank @Size(max = 100) String name,
        @NotBlank @Size(max = 1000) String description,
        @Nullable @Size(max = 100) List<@NotNull UUID> baseIds,
        @Nullable @Size(max = 4000) String instructions,
        @Nullable @Size(max = 50) List<@NotBlank @Size(max = 100) String> topics) {

    Settings settings() {
        return new Settings(
                Prose.line(name),
                Prose.line(description),
                baseIds == null ? List.of() : baseIds.stream().distinct().toList(),
                instructions == null ? "" : instructions.strip(),
                topics == null ? List.of() : topics.stream().map(Prose::line).distinct().toList());
    }

    /** The same with nothing absent. */
    record Settings(
            String name,
            String description,
            List<UUID> baseIds,
            String instructions,
            List<String> topics) {}
}
