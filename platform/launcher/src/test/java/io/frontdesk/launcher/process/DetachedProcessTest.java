package io.frontdesk.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontdesk.launcher.startup.Readiness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetachedProcessTest {
    @TempDir Path directory;

    @Test
    void runsInASessionOfItsOwnAndAppendsToItsLog() throws IOException {
        var port = StandIn.freePort();
        var log = directory.resolve("logs/a.log");
        Files.createDirectories(log.getParent());
        Files.writeString(log, "earlier\n");

        var started =
                new DetachedProcess(Clock.systemUTC())
                        .start("a", port, StandIn.command(port, "ready"), Map.of(), directory, log);
        var process = started.process().orElseThrow();
        try {
            await().until(() -> new Readiness().ready(port));
            assertThat(Ports.owner(port)).contains(process);
            assertThat(Files.readString(log)).startsWith("earlier\n").contains("stand-in ready");
            assertThat(ResidentMemory.megabytes(started.pid()).getAsLong()).isBetween(10L, 500L);
        } finally {
            process.destroyForcibly();
            process.onExit().join();
        }
        assertThat(started.process()).isEmpty();
        assertThat(ResidentMemory.megabytes(started.pid())).isEmpty();
    }
}
