package io.frontdesk.ragknowledge.document;

import io.frontdesk.ragknowledge.document.Document.Source;
import io.frontdesk.ragknowledge.document.Document.Source.Kind;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document to be.
 *
 * @param titleGiven whether its owner named it, rather than the file's name
 * @param contentHash SHA-256 of the bytes, in hexadecimal
 * @param size in bytes
 * @param websiteId of the website that it is a page of, if it is one
 */
public record NewDocument(
        UUID baseId,
        String title,
        boolean titleGiven,
        String fileName,
        String mediaType,
        String contentHash,
        long size,
        Source source,
        @Nullable UUID websiteId) {

    /** An uploaded file. */
    public NewDocument(
            UUID baseId,
            String title,
            boolean titleGiven,
            String fileName,
            String mediaType,
            String contentHash,
            long size) {
        this(
                baseId,
                title,
                titleGiven,
                fileName,
                mediaType,
                contentHash,
                size,
                new Source(Kind.UPLOAD, null),
                null);
    }
}
