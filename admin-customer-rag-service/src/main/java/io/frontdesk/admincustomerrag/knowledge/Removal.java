package io.frontdesk.admincustomerrag.knowledge;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An erasure at rag-knowledge-service.
 *
 * @param removed how many of each kind, once it is done
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Removal(UUID id, String status, @Nullable Map<String, Long> removed) {
    public boolean isDone() {
        return status.equals("done");
    }
}
