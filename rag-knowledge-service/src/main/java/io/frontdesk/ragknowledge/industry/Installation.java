package io.frontdesk.ragknowledge.industry;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.frontdesk.ragknowledge.document.DocumentStatus;
import io.frontdesk.ragknowledge.pack.Version;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An installed pack as the API shows it.
 *
 * @param status {@code installing} until each document is ready, {@code failed} if one has failed
 * @param baseId the knowledge base with the pack's documents; absent where the tenant deleted it
 * @param questionSetId the pack's evaluation questions
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Installation(
        UUID id,
        String name,
        Version version,
        String status,
        @Nullable UUID baseId,
        @Nullable UUID questionSetId,
        List<Brought> documents) {

    /** A document that the pack brought; {@code status} is {@code deleted} where it is gone. */
    record Brought(UUID id, String title, String status) {}

    static String status(List<Brought> documents) {
        if (documents.stream().anyMatch(d -> d.status().equals(DocumentStatus.FAILED.word()))) {
            return "failed";
        }
        boolean ready =
                documents.stream()
                        .allMatch(d ->
                                d.status().equals("deleted")
                                        || d.status().equals(DocumentStatus.READY.word()));
        return ready ? "installed" : "installing";
    }
}
