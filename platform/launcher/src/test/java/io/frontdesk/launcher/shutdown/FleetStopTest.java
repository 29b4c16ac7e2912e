package io.frontdesk.launcher.shutdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontdesk.launcher.catalog.Catalog;
import io.frontdesk.launcher.catalog.Service;
import io.frontdesk.launcher.checkout.Checkout;
import io.frontdesk.launcher.checkout.Console;
import io.frontdesk.launcher.process.DetachedProcess;
import io.frontdesk.launcher.process.ProcessRecord;
import io.frontdesk.launcher.process.ProcessTable;
import io.frontdesk.launcher.process.StandIn;
import io.frontdesk.launcher.startup.Readiness;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FleetStopTest {
    @TempDir Path home;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Console console =
            new Console(new PrintStream(said, true, StandardCharsets.UTF_8), System.out);
    private final Catalog catalog =
            new Catalog(
                    List.of(
                            new Service("first", 0, 64, false, List.of()),
                            new Service("second", 0, 64, false, List.of("first"))));
    private Checkout checkout;
    private ProcessTable processes;

    @BeforeEach
    void checkout() {
        checkout = new Checkout(home);
        processes = new ProcessTable(checkout.run());
    }

    @Test
    void stopsTheLastStartedFirst() throws IOException {
        var first = start("first", "ready");
        var second = start("second", "ready");

        stop();

        assertThat(first.process()).isEmpty();
        assertThat(second.process()).isEmpty();
        assertThat(processes.running()).isEmpty();
        assertThat(said.toString(StandardCharsets.UTF_8))
                .containsSubsequence("Stopping second", "Stopping first");
    }

    @Test
    void killsWhatDoesNotEnd() throws IOException {
        var stubborn = start("first", "stubborn");

        stop();

        assertThat(stubborn.process()).isEmpty();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("first did not end");
    }

    @Test
    void sparesAProcessThatOnlyReusesTheNumber() throws IOException {
        var other = start("second", "ready");
        processes.remove("second");
        processes.add(
                new ProcessRecord("first", other.pid(), other.startedAt().minusSeconds(600), 0));
        try {
            stop();
            assertThat(other.process()).isPresent();
        } finally {
            other.process().ifPresent(ProcessHandle::destroyForcibly);
        }
        assertThat(processes.stale()).isEmpty();
    }

    private void stop() throws IOException {
        new FleetStop(checkout, catalog, console, Duration.ofSeconds(3)).stop();
    }

    private ProcessRecord start(String service, String behaviour) throws IOException {
        var port = StandIn.freePort();
        var started =
                new DetachedProcess(Clock.systemUTC())
                        .start(
                                service,
                                port,
                                StandIn.command(port, behaviour),
                                Map.of(),
                                home,
                                checkout.log(service));
        processes.add(started);
        await().atMost(Duration.ofSeconds(30)).until(() -> new Readiness().ready(port));
        return started;
    }
}
