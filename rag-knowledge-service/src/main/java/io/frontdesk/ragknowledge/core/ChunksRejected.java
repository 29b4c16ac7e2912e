package io.frontdesk.ragknowledge.core;

/** The index will never take these chunks; trying again is of no use. */
public class ChunksRejected extends RuntimeException {
    ChunksRejected(Throwable cause) {
        super("the index rejected the chunks", cause);
    }
}
