package io.frontdesk.ragknowledge.search;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A passage of a document that was found.
 *
 * @param origin whose words they are
 * @param baseId where it stands; null for a passage that comes from no index
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Passage(
        UUID chunkId,
        UUID documentId,
        String title,
        @JsonIgnore List<String> headings,
        String text,
        @Nullable Integer page,
        double score,
        @JsonIgnore Origin origin,
        @JsonIgnore @Nullable UUID baseId) {

    /** A passage of the tenant's own. */
    public Passage(
            UUID chunkId,
            UUID documentId,
            String title,
            List<String> headings,
            String text,
            @Nullable Integer page,
            double score) {
        this(chunkId, documentId, title, headings, text, page, score, Origin.OWN, null);
    }

    /** The path of headings to the passage; empty where it stands under none. */
    @JsonProperty
    public String heading() {
        return String.join(" › ", headings);
    }
}
