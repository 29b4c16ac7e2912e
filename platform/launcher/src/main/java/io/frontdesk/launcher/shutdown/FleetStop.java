package io.frontdesk.launcher.shutdown;

import io.frontdesk.launcher.aot.BackgroundTraining;
import io.frontdesk.launcher.catalog.Catalog;
import io.frontdesk.launcher.catalog.Service;
import io.frontdesk.launcher.checkout.Checkout;
import io.frontdesk.launcher.checkout.Console;
import io.frontdesk.launcher.process.ProcessRecord;
import io.frontdesk.launcher.process.ProcessTable;
import io.frontdesk.starter.database.LocalPostgres;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Stops what was started, last first, and nothing else. */
public final class FleetStop {
    private final Checkout checkout;
    private final Catalog catalog;
    private final Console console;
    private final ProcessTable processes;
    private final Duration patience;

    public FleetStop(Checkout checkout, Catalog catalog, Console console) {
        this(checkout, catalog, console, Duration.ofSeconds(40));
    }

    FleetStop(Checkout checkout, Catalog catalog, Console console, Duration patience) {
        this.checkout = checkout;
        this.catalog = catalog;
        this.console = console;
        this.processes = new ProcessTable(checkout.run());
        this.patience = patience;
    }

    public boolean anythingRuns() {
        return !processes.running().isEmpty() || LocalPostgres.pid(checkout.postgres()).isPresent();
    }

    public void stop() throws IOException {
        stopTraining();
        var left =
                new ArrayList<>(
                        catalog.services().stream()
                                .filter(s -> processes.running(s.name()).isPresent())
                                .toList());
        while (!left.isEmpty()) {
            var last =
                    left.stream()
                            .filter(s -> left.stream().noneMatch(o -> o.after().contains(s.name())))
                            .toList();
            console.say("Stopping " + String.join(", ", last.stream().map(Service::name).toList()));
            stopTogether(last);
            left.removeAll(last);
        }
        processes.stale().forEach(gone -> processes.remove(gone.service()));
        if (LocalPostgres.pid(checkout.postgres()).isPresent()) {
            console.say("Stopping PostgreSQL");
            LocalPostgres.stop(checkout.postgres());
        }
    }

    /** A half-written cache is worth nothing, so it is not waited for. */
    private void stopTraining() {
        processes
                .running(BackgroundTraining.NAME)
                .flatMap(ProcessRecord::process)
                .ifPresent(training -> {
                    var children = training.descendants().toList();
                    training.destroyForcibly();
                    children.forEach(ProcessHandle::destroyForcibly);
                });
        processes.remove(BackgroundTraining.NAME);
    }

    private void stopTogether(List<Service> services) {
        var running = services.stream().flatMap(s -> processes.running(s.name()).stream()).toList();
        running.forEach(one -> one.process().ifPresent(ProcessHandle::destroy));
        var ends = running.stream().map(this::end).toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(ends).join();
        running.forEach(one -> processes.remove(one.service()));
    }

    private CompletableFuture<?> end(ProcessRecord one) {
        var process = one.process();
        if (process.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        return process.get()
                .onExit()
                .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionallyCompose(late -> {
                    console.say(
                            one.service()
                                    + " did not end within "
                                    + patience.toSeconds()
                                    + " s; killing it");
                    one.process().ifPresent(ProcessHandle::destroyForcibly);
                    return process.get().onExit();
                });
    }
}
