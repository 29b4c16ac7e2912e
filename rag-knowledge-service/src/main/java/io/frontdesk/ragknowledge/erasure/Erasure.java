package io.frontdesk.ragknowledge.erasure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The receipt of an erasure. It holds nothing of what was erased.
 *
 * @param status {@code running} or {@code done}
 * @param removed how many of each kind were removed so far
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Erasure(
        UUID id,
        String status,
        OffsetDateTime startedAt,
        @Nullable OffsetDateTime finishedAt,
        Map<String, Long> removed) {

    boolean isRunning() {
        return status.equals("running");
    }
}
