package io.frontdesk.launcher.startup;

import io.frontdesk.launcher.aot.BackgroundTraining;
import io.frontdesk.launcher.build.AppLayouts;
import io.frontdesk.launcher.build.MavenBuild;
import io.frontdesk.launcher.build.Modules;
import io.frontdesk.launcher.catalog.Catalog;
import io.frontdesk.launcher.catalog.Service;
import io.frontdesk.launcher.checkout.Checkout;
import io.frontdesk.launcher.checkout.Console;
import io.frontdesk.launcher.database.FleetDatabase;
import io.frontdesk.launcher.process.ProcessTable;
import io.frontdesk.launcher.process.ResidentMemory;
import io.frontdesk.launcher.secrets.SecretStore;
import io.frontdesk.starter.database.LocalPostgres;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Brings the fleet up, whatever of it runs already. */
public final class FleetStart {
    private static final int AT_ONCE = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Checkout checkout;
    private final Catalog catalog;
    private final Console console;
    private final Clock clock;
    private final ProcessTable processes;
    private final Readiness readiness = new Readiness();

    public FleetStart(Checkout checkout, Catalog catalog, Console console, Clock clock) {
        this.checkout = checkout;
        this.catalog = catalog;
        this.console = console;
        this.clock = clock;
        this.processes = new ProcessTable(checkout.run());
    }

    /**
     * Builds, lays out and starts what is missing, and waits until all are ready.
     *
     * @param train whether caches for the next start are trained in the background afterwards
     */
    public Started start(boolean train) throws InterruptedException {
        Obstacles.refuseFullDisk(checkout);
        var running = running();
        if (running.size() == catalog.services().size()
                && LocalPostgres.running(checkout.postgres())
                && allReady()) {
            console.say(
                    "The fleet is already running: http://localhost:8000 (./fleet status shows"
                            + " it).");
            hintAtNewerSources();
            trainWhen(train);
            return new Started(
                    true,
                    timings(new StartProgress(checkout, processes, console, 0), Duration.ZERO));
        }
        var missing = catalog.services().stream().filter(s -> !running.contains(s.name())).toList();
        var names = missing.stream().map(Service::name).toList();
        new MavenBuild(checkout, console).bringUpToDate(names);
        Obstacles.refuseTakenPorts(missing);
        var begun = clock.instant();
        var progress = new StartProgress(checkout, processes, console, catalog.services().size());
        layOut(names);
        var secrets = new SecretStore(checkout.state(), clock).foundOrNew();
        console.say("Starting PostgreSQL on port " + FleetDatabase.PORT);
        if (!LocalPostgres.running(checkout.postgres())) {
            Obstacles.refuseTaken(FleetDatabase.PORT, "PostgreSQL");
        }
        var database = FleetDatabase.start(checkout.postgres(), secrets);
        database.provision(FleetDatabase.DATABASE, catalog);
        console.say(
                (running.isEmpty() ? "Starting " : "Starting what is missing: ")
                        + missing.size()
                        + " services");
        var steps =
                new ServiceSteps(
                        checkout,
                        processes,
                        readiness,
                        progress,
                        secrets,
                        database.url(FleetDatabase.DATABASE),
                        clock);
        var complete =
                new StartSequence(steps, clock, AT_ONCE, PATIENCE).run(catalog.services(), running);
        var took = Duration.between(begun, clock.instant());
        if (complete) {
            console.say(
                    "All "
                            + catalog.services().size()
                            + " services are ready after "
                            + Console.seconds(took)
                            + ".");
            trainWhen(train);
        }
        return new Started(complete, timings(progress, took));
    }

    private void trainWhen(boolean wanted) {
        if (wanted && new BackgroundTraining(checkout, clock).start(catalog)) {
            console.say(
                    "Caches for faster starts are being trained in the background (./fleet logs"
                            + " aot).");
        }
    }

    /** What came of it. */
    public record Started(boolean complete, Timings timings) {}

    private Set<String> running() {
        return catalog.services().stream()
                .map(Service::name)
                .filter(name -> processes.running(name).isPresent())
                .collect(Collectors.toSet());
    }

    private boolean allReady() {
        return catalog.services().stream().allMatch(service -> readiness.ready(service.port()));
    }

    private void hintAtNewerSources() {
        var stale =
                new Modules(checkout)
                        .stale(catalog.services().stream().map(Service::name).toList());
        if (!stale.isEmpty()) {
            console.say(
                    "Newer than what runs: the sources of "
                            + String.join(", ", stale)
                            + ". ./fleet down and up takes them in.");
        }
    }

    private void layOut(List<String> services) throws InterruptedException {
        var layouts = new AppLayouts(checkout);
        var outdated = services.stream().filter(layouts::outdated).toList();
        if (outdated.isEmpty()) {
            return;
        }
        console.say("Unpacking " + outdated.size() + " services");
        try (var workers = Executors.newFixedThreadPool(2)) {
            var done =
                    outdated.stream()
                            .map(name -> workers.submit(() -> layouts.refresh(name)))
                            .toList();
            for (var one : done) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(e);
        }
    }

    private Timings timings(StartProgress progress, Duration took) {
        var postgres = LocalPostgres.pid(checkout.postgres());
        return progress.timings(took, postgres.map(FleetStart::withChildren).orElse(0L));
    }

    /** PostgreSQL's processes together. Shared buffers are counted in each that touched them. */
    private static long withChildren(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(p -> Stream.concat(Stream.of(p), p.descendants()))
                .mapToLong(p -> ResidentMemory.megabytes(p.pid()).orElse(0))
                .sum();
    }
}
