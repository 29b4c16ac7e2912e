package io.frontdesk.admincustomerrag.isolation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.frontdesk.admincustomerrag.probe.Probe;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a run has shown.
 *
 * @param status {@code running}, then {@code passed}, {@code failed} or {@code inconclusive}
 * @param versions of the tenant's configuration and of this service
 * @param problem why there are no probes, where there are none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Report(
        UUID id,
        String status,
        OffsetDateTime startedAt,
        @Nullable OffsetDateTime finishedAt,
        List<Probe> probes,
        Map<String, String> versions,
        @Nullable String problem) {

    boolean isRunning() {
        return status.equals("running");
    }
}
