package io.frontdesk.admincustomerrag.knowledge;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far an import is.
 *
 * @param status {@code running}, {@code done} or {@code failed}
 * @param documents in the archive
 * @param imported of these so far
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportState(
        UUID id,
        String status,
        @Nullable Integer bases,
        @Nullable Integer documents,
        @Nullable Integer imported,
        @Nullable Object problem) {}
