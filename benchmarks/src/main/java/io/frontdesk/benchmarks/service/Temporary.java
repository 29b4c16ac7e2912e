package io.frontdesk.benchmarks.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A folder that disappears with the benchmark. */
public record Temporary(Path path) implements AutoCloseable {
    public static Temporary named(String name) throws IOException {
        return new Temporary(Files.createTempDirectory("frontdesk-" + name));
    }

    @Override
    public void close() throws IOException {
        try (var files = Files.walk(path)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
