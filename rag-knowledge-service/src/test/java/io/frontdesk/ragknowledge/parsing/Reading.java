package io.frontdesk.ragknowledge.parsing;

import java.io.IOException;
import java.nio.file.Path;

/** Reads files for tests outside the package. */
public final class Reading {

    private static final DocumentReader READER = new DocumentReader();

    private Reading() {}

    public static ReadDocument of(Path file) throws IOException {
        return READER.read(file, file.getFileName().toString());
    }
}
