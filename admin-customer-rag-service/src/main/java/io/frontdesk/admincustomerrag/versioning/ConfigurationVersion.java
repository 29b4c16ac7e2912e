package io.frontdesk.admincustomerrag.versioning;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * When a configuration was made and by whom.
 *
 * @param author the subject of the operator's identity
 * @param restoredFrom the version whose content this one took up again, if it is a rollback
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConfigurationVersion(
        int version,
        String author,
        OffsetDateTime at,
        @Nullable String comment,
        @Nullable Integer restoredFrom) {}
