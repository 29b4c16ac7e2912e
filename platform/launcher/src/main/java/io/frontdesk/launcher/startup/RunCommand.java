package io.frontdesk.launcher.startup;

import io.frontdesk.launcher.build.AppLayouts;
import io.frontdesk.launcher.build.MavenBuild;
import io.frontdesk.launcher.catalog.Catalog;
import io.frontdesk.launcher.catalog.Service;
import io.frontdesk.launcher.checkout.Checkout;
import io.frontdesk.launcher.checkout.Console;
import io.frontdesk.launcher.checkout.FleetFailure;
import io.frontdesk.launcher.logs.LogLine;
import io.frontdesk.launcher.process.ProcessTable;
import java.io.IOException;
import java.nio.file.Files;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "run",
        description = "Runs one service alone in the foreground, with a database of its own.")
public final class RunCommand implements Callable<Integer> {
    private final Checkout checkout;
    private final Catalog catalog;
    private final Console console;

    @Parameters(paramLabel = "<service>", description = "With or without -service.")
    private String name = "";

    @Option(names = "--raw", description = "Shows its log as written, in JSON.")
    private boolean raw;

    public RunCommand(Checkout checkout, Catalog catalog, Console console) {
        this.checkout = checkout;
        this.catalog = catalog;
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var service = catalog.named(name);
        if (new ProcessTable(checkout.run()).running(service.name()).isPresent()) {
            throw new FleetFailure(
                    service.name() + " already runs with the fleet.",
                    "Stop the fleet first: ./fleet down");
        }
        Obstacles.refuseFullDisk(checkout);
        Obstacles.refuseTakenPorts(List.of(service));
        new MavenBuild(checkout, console).bringUpToDate(List.of(service.name()));
        new AppLayouts(checkout).refresh(service.name());
        console.say(
                "Starting "
                        + service.name()
                        + " alone on http://localhost:"
                        + service.port()
                        + ", without sign-in; its state is in "
                        + checkout.alone(service.name())
                        + ". Ctrl-C ends it.");
        return foreground(service);
    }

    private int foreground(Service service) throws IOException, InterruptedException {
        var how = new ServiceStart(checkout);
        var state = checkout.alone(service.name());
        Files.createDirectories(state);
        var builder = new ProcessBuilder(how.command(service)).directory(state.toFile());
        builder.environment()
                .putAll(
                        how.environment(
                                Map.of(
                                        "FRONTDESK_IDENTITY_MODE", "local",
                                        "FRONTDESK_STATE_DIRECTORY", state.toString(),
                                        "FRONTDESK_DATABASE_DIRECTORY",
                                                state.resolve("postgres").toString())));
        var process = builder.redirectErrorStream(true).start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process)));
        var lines = new LogLine(ZoneId.systemDefault());
        try (var output = process.inputReader()) {
            output.lines().forEach(line -> console.result(raw ? line : lines.readable(line)));
        }
        return process.waitFor();
    }

    private static void end(Process process) {
        // Process.destroy would also close its output, and with it the last words of its log.
        process.toHandle().destroy();
        try {
            if (!process.waitFor(40, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
