package io.frontdesk.ragknowledge.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import of an archive.
 *
 * @param status {@code running}, {@code done} or {@code failed}
 * @param bases that the archive has
 * @param documents that the archive has
 * @param imported things so far, of all kinds
 * @param problem why it failed; what was imported stays
 * @param notes what the sender is left to do, for example to install a pack; up to 100
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ArchiveImport(
        UUID id,
        String status,
        int bases,
        int documents,
        int imported,
        @Nullable String problem,
        List<String> notes,
        OffsetDateTime createdAt,
        @Nullable OffsetDateTime finishedAt) {

    boolean isRunning() {
        return status.equals("running");
    }

    boolean isFailed() {
        return status.equals("failed");
    }
}
