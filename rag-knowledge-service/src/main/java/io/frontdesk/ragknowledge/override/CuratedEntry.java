package io.frontdesk.ragknowledge.override;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A curated answer as the API shows it.
 *
 * @param baseIds where it holds; empty for everywhere
 * @param validFrom from when on it holds; null for always
 * @param validUntil until when, exclusive; null for ever
 * @param hits how often it was given
 * @param version grows with each change; also the entity tag
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CuratedEntry(
        UUID id,
        String question,
        List<String> alternatives,
        String answer,
        List<UUID> baseIds,
        @Nullable OffsetDateTime validFrom,
        @Nullable OffsetDateTime validUntil,
        boolean enabled,
        long hits,
        @Nullable OffsetDateTime lastHitAt,
        OffsetDateTime createdAt,
        OffsetDateTime updatedAt,
        int version) {

    String entityTag() {
        return "\"" + version + "\"";
    }
}
