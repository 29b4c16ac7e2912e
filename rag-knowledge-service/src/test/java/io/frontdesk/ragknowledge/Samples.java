package io.frontdesk.ragknowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.test.need.Need;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The sample documents that lie beside the checkout. */
public final class Samples {

    private static final Path ROOT = Path.of("../../shared/samples");

    private Samples() {}

    /** The files of a folder; the test is skipped, saying so, where there is no such folder. */
    public static List<Path> in(String folder) {
        var directory = ROOT.resolve(folder);
        Need.of(
                Files.isDirectory(directory),
                "the sample documents are missing: " + directory.toAbsolutePath().normalize());
        try (var files = Files.list(directory)) {
            var found = files.sorted().toList();
            assertThat(found).isNotEmpty();
            return found;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static Path file(String folder, String name) {
        return in(folder).stream()
                .filter(file -> file.getFileName().toString().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
