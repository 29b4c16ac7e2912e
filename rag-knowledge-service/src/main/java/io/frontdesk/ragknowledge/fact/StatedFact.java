package io.frontdesk.ragknowledge.fact;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.frontdesk.ragknowledge.fact.Fact.Kind;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fact as the API shows it.
 *
 * @param said as an answer may say it
 * @param industry the pack that brought it; absent for the tenant's own
 * @param inForce false for a pack's fact that one of the tenant's own replaces
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StatedFact(
        UUID id,
        Kind kind,
        String subject,
        FactValue value,
        String said,
        @Nullable String industry,
        boolean inForce,
        OffsetDateTime changedAt) {}
