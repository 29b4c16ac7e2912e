package io.frontdesk.launcher.aot;

import io.frontdesk.launcher.catalog.Catalog;
import io.frontdesk.launcher.checkout.Checkout;
import io.frontdesk.launcher.checkout.Console;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = TrainCommand.NAME,
        hidden = true,
        description = "Trains the JVM caches that are missing; started by up.")
public final class TrainCommand implements Callable<Integer> {
    static final String NAME = "train";

    private final Checkout checkout;
    private final Catalog catalog;
    private final Console console;
    private final Clock clock;

    public TrainCommand(Checkout checkout, Catalog catalog, Console console, Clock clock) {
        this.checkout = checkout;
        this.catalog = catalog;
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        new Training(checkout, console, clock).train(catalog);
        return 0;
    }
}
