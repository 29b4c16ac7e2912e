package io.frontdesk.ragknowledge.usage;

/**
 * What a tenant uses.
 *
 * @param month of the questions, as {@code 2026-11}, UTC
 * @param bytes of the originals of its documents
 */
record Usage(
        String month,
        long documents,
        long bytes,
        long chunks,
        long bases,
        long questions,
        long overrides) {}
