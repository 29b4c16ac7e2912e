package io.frontdesk.launcher.shutdown;

import io.frontdesk.launcher.catalog.Catalog;
import io.frontdesk.launcher.checkout.Checkout;
import io.frontdesk.launcher.checkout.Console;
import io.frontdesk.launcher.process.FleetLock;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "down", description = "Stops the fleet; its state stays.")
public final class DownCommand implements Callable<Integer> {
    private final Checkout checkout;
    private final Catalog catalog;
    private final Console console;

    public DownCommand(Checkout checkout, Catalog catalog, Console console) {
        this.checkout = checkout;
        this.catalog = catalog;
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        try (var _ = FleetLock.take(checkout.state(), "down")) {
            var fleet = new FleetStop(checkout, catalog, console);
            var ran = fleet.anythingRuns();
            fleet.stop();
            console.say(ran ? "The fleet is stopped." : "The fleet is not running.");
            return 0;
        }
    }
}
