package io.frontdesk.e2e.fleet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The boot jars that this build made, taken apart because they start faster that way. */
final class Jars {
    private Jars() {}

    static boolean built(List<String> services) {
        return services.stream().allMatch(service -> Files.exists(built(service)));
    }

    static Path built(String service) {
        return Path.of("..", service, "target", service + "-0.1.0-SNAPSHOT.jar")
                .toAbsolutePath()
                .normalize();
    }

    static Path laidOut(String service, Path directory) {
        return directory.resolve("apps").resolve(service).resolve(built(service).getFileName());
    }

    static void layOut(String service, Path directory) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var target = directory.resolve("apps").resolve(service).toString();
        var command =
                List.of(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-Djarmode=tools",
                        "-jar",
                        built(service).toString(),
                        "extract",
                        "--force",
                        "--destination",
                        target);
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(built(service) + " cannot be taken apart: " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
