package io.frontdesk.ragknowledge.document;

import java.util.UUID;

/**
 * A document to be.
 *
 * @param titleGiven whether its owner named it, rather than the file's name
 * @param contentHash SHA-256 of the bytes, in hexadecimal
 */
public record NewDocument(
        UUID baseId,
        String title,
        boolean titleGiven,
        String fileName,
        String mediaType,
        String contentHash,
        long size) {}
