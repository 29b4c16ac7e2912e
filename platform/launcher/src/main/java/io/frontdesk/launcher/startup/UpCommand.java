package io.frontdesk.launcher.startup;

import io.frontdesk.launcher.catalog.Catalog;
import io.frontdesk.launcher.checkout.Checkout;
import io.frontdesk.launcher.checkout.Console;
import io.frontdesk.launcher.process.FleetLock;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "up",
        description = "Builds what is missing and starts the fleet, or what of it does not run.")
public final class UpCommand implements Callable<Integer> {
    private final Checkout checkout;
    private final Catalog catalog;
    private final Console console;
    private final Clock clock;

    @Option(
            names = "--timings",
            description =
                    "Prints as JSON when each service became ready and what it holds in memory.")
    private boolean timings;

    @Option(names = "--no-training", description = "Trains no caches in the background afterwards.")
    private boolean noTraining;

    public UpCommand(Checkout checkout, Catalog catalog, Console console, Clock clock) {
        this.checkout = checkout;
        this.catalog = catalog;
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() throws InterruptedException {
        var progress = timings ? console.aside() : console;
        try (var _ = FleetLock.take(checkout.state(), "up")) {
            var started = new FleetStart(checkout, catalog, progress, clock).start(!noTraining);
            if (timings) {
                console.result(JsonMapper.shared().writeValueAsString(started.timings()));
            } else if (started.complete()) {
                console.say(
                        "Keys: "
                                + checkout.state().resolve("credentials.json")
                                + "   Stop with ./fleet down");
            }
            return started.complete() ? 0 : 1;
        }
    }
}
