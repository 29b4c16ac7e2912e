package io.frontdesk.test.postgres;

import io.frontdesk.starter.database.LocalPostgres;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.util.FileSystemUtils;

/**
 * The embedded server of this JVM: made for speed, not for keeping. Its directory is named by the
 * process, so that the next run ends what a killed one left behind.
 */
final class EmbeddedServer {
    private static final Path PARENT =
            Path.of(System.getProperty("java.io.tmpdir"), "frontdesk-test-postgres");

    private EmbeddedServer() {}

    /** Returns the JDBC URL of the maintenance database. Stops with the JVM. */
    @SuppressWarnings("resource")
    static String start() throws IOException {
        Files.createDirectories(PARENT);
        sweep();
        var directory = PARENT.resolve(String.valueOf(ProcessHandle.current().pid()));
        var postgres =
                EmbeddedPostgres.builder()
                        .setDataDirectory(directory)
                        .setServerConfig("full_page_writes", "off")
                        .setServerConfig("shared_buffers", "64MB")
                        .setPGStartupWait(Duration.ofSeconds(60))
                        .start();
        return "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres";
    }

    private static void sweep() throws IOException {
        try (var directories = Files.list(PARENT)) {
            for (var directory : directories.filter(EmbeddedServer::left).toList()) {
                LocalPostgres.stop(directory);
                FileSystemUtils.deleteRecursively(directory);
            }
        }
    }

    private static boolean left(Path directory) {
        var name = String.valueOf(directory.getFileName());
        return name.matches("\\d{1,9}")
                && ProcessHandle.of(Long.parseLong(name)).filter(ProcessHandle::isAlive).isEmpty();
    }
}
