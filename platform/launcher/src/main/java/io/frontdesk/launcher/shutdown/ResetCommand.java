package io.frontdesk.launcher.shutdown;

import io.frontdesk.launcher.catalog.Catalog;
import io.frontdesk.launcher.checkout.Checkout;
import io.frontdesk.launcher.checkout.Console;
import io.frontdesk.launcher.checkout.FileTree;
import io.frontdesk.launcher.process.FleetLock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "reset",
        description = "Asks, then stops the fleet and erases everything that it stored.")
public final class ResetCommand implements Callable<Integer> {
    private final Checkout checkout;
    private final Catalog catalog;
    private final Console console;

    @Option(names = "--yes", description = "Does not ask.")
    private boolean yes;

    public ResetCommand(Checkout checkout, Catalog catalog, Console console) {
        this.checkout = checkout;
        this.catalog = catalog;
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.exists(checkout.state())) {
            console.say("There is nothing to erase.");
            return 0;
        }
        var fleet = new FleetStop(checkout, catalog, console);
        if (!yes && !confirmed(fleet.anythingRuns())) {
            console.say("Nothing was erased.");
            return 1;
        }
        try (var _ = FleetLock.take(checkout.state(), "reset")) {
            fleet.stop();
            FileTree.delete(checkout.state());
        }
        console.say("Erased " + checkout.state() + ".");
        return 0;
    }

    private boolean confirmed(boolean running) throws IOException {
        console.say(
                "This erases "
                        + checkout.state()
                        + ": every tenant, document, booking, payment, key and log of this fleet.");
        if (running) {
            console.say("The fleet is running and will be stopped first.");
        }
        console.ask("Erase it? [y/N] ");
        var answer =
                new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()))
                        .readLine();
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }
}
