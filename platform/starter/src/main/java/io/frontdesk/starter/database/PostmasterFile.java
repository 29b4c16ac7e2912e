package io.frontdesk.starter.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a server writes into its directory while it runs: its process id first, its port fourth. */
final class PostmasterFile {
    private PostmasterFile() {}

    /** The server's process, unless the file is left over and names nobody or a stranger. */
    static Optional<ProcessHandle> process(Path data) {
        return lines(data)
                .flatMap(lines -> ProcessHandle.of(Long.parseLong(lines.get(0).strip())))
                .filter(PostmasterFile::isPostgres);
    }

    static Optional<Integer> port(Path data) {
        return lines(data)
                .filter(lines -> lines.size() > 3 && !lines.get(3).isBlank())
                .map(lines -> Integer.parseInt(lines.get(3).strip()));
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.isAlive()
                && process.info().command().map(c -> c.endsWith("postgres")).orElse(true);
    }

    private static Optional<List<String>> lines(Path data) {
        try {
            var lines = Files.readAllLines(data.resolve("postmaster.pid"));
            return lines.isEmpty() ? Optional.empty() : Optional.of(lines);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
