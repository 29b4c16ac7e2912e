package io.frontdesk.ragknowledge.library;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A knowledge base as the API shows it.
 *
 * @param shared whether it is the platform's: the tenant may read it, not change it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Shelf(
        UUID id,
        String name,
        @Nullable String description,
        @Nullable String industry,
        boolean shared,
        OffsetDateTime createdAt) {

    Shelf lent() {
        return new Shelf(id, name, description, industry, true, createdAt);
    }
}
