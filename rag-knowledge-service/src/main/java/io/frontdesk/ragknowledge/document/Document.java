package io.frontdesk.ragknowledge.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document as the API shows it; name, type, size and status are those of its newest version.
 *
 * @param progress from 0 to 1
 * @param problem why its newest version failed, if it did
 * @param version the newest, counted from 1; 0 while a web address was not yet fetched
 * @param searchableVersion the one that searches find; absent until one was ready
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
        OffsetDateTime createdAt,
        int version,
        @Nullable Integer searchableVersion,
        Source source) {

    /** What is wrong with a document; the type is a problem type as in RFC 9457. */
    public record Failure(String type, String title, String detail) {}

    /**
     * Where a document comes from.
     *
     * @param url of a web page: the address that it was fetched from in the end
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Source(Kind kind, @Nullable String url) {

        /** The ways into a knowledge base. */
        public enum Kind {
            UPLOAD,
            TEXT,
            URL,
            WEBSITE;

            /** As the API and the database write it. */
            @JsonValue
            public String word() {
                return name().toLowerCase(Locale.ROOT);
            }

            static Kind of(String word) {
                return valueOf(word.toUpperCase(Locale.ROOT));
            }
        }
    }
}
