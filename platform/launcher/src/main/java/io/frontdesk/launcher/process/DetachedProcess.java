package io.frontdesk.launcher.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts a process that outlives the terminal it was started from, writing to a log file. */
public final class DetachedProcess {
    private final Clock clock;

    public DetachedProcess(Clock clock) {
        this.clock = clock;
    }

    /**
     * Starts it.
     *
     * @param directory its working directory; not the checkout, whose {@code config} folder every
     *     Spring app would take for its own
     */
    public ProcessRecord start(
            String service,
            int port,
            List<String> command,
            Map<String, String> environment,
            Path directory,
            Path log) {
        var line = new ArrayList<>(ownSession());
        line.addAll(command);
        var builder = new ProcessBuilder(line).directory(directory.toFile());
        builder.environment().putAll(environment);
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            Files.createDirectories(log.getParent());
            Files.createDirectories(directory);
            return ProcessRecord.of(service, builder.start().toHandle(), port, clock.instant());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A session of its own, so that Ctrl-C ends the command and not the fleet; both replace
     * themselves.
     */
    private static List<String> ownSession() {
        return onPath("setsid") ? List.of("setsid") : List.of("nohup");
    }

    static boolean onPath(String program) {
        return List.of(System.getenv().getOrDefault("PATH", "").split(":")).stream()
                .filter(folder -> !folder.isEmpty())
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
