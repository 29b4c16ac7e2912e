package io.frontdesk.ragknowledge.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document as the API shows it.
 *
 * @param progress from 0 to 1
 * @param problem why it failed, if it did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Document(
        UUID id,
        UUID baseId,
        String title,
        String fileName,
        String mediaType,
        long size,
        DocumentStatus status,
        double progress,
        int chunks,
        @Nullable Failure problem,
        OffsetDateTime createdAt) {

    /** What is wrong with a document; the type is a problem type as in RFC 9457. */
    public record Failure(String type, String title, String detail) {}
}
