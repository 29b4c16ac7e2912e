package io.frontdesk.launcher.demo;

import io.frontdesk.launcher.aot.BackgroundTraining;
import io.frontdesk.launcher.catalog.Catalog;
import io.frontdesk.launcher.checkout.Checkout;
import io.frontdesk.launcher.checkout.Console;
import io.frontdesk.launcher.process.FleetLock;
import io.frontdesk.launcher.secrets.SecretStore;
import io.frontdesk.launcher.secrets.Secrets;
import io.frontdesk.launcher.stage.DemoState;
import io.frontdesk.launcher.stage.GatewayClient;
import io.frontdesk.launcher.stage.Playbill;
import io.frontdesk.launcher.startup.FleetStart;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "demo",
        description = "Starts the fleet and plays its main job with real documents, step by step.")
public final class DemoCommand implements Callable<Integer> {
    private static final String GATEWAY = "http://localhost:8000";

    private final Checkout checkout;
    private final Catalog catalog;
    private final Console console;
    private final Clock clock;

    public DemoCommand(Checkout checkout, Catalog catalog, Console console, Clock clock) {
        this.checkout = checkout;
        this.catalog = catalog;
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (var _ = FleetLock.take(checkout.state(), "demo")) {
            if (!new FleetStart(checkout, catalog, console, clock).start(false).complete()) {
                return 1;
            }
        }
        var secrets = new SecretStore(checkout.state(), clock).foundOrNew();
        play(secrets);
        sayWhatNext();
        // Only now, so that it takes nothing from the demo.
        new BackgroundTraining(checkout, clock).start(catalog);
        return 0;
    }

    /** Answer, book, pay: the scenes of one business's day. */
    private void play(Secrets secrets) throws InterruptedException {
        var stateFile = checkout.state().resolve("demo.json");
        var playbill = new Playbill(console);
        var business = new GatewayClient(GATEWAY, secrets.demoKey());
        new KnowledgeScene(GATEWAY, secrets, stateFile, playbill, clock).play();
        var base = DemoState.read(stateFile).baseId();
        new AnsweringScene(business, base, playbill, clock).play();
        var booked = new BookingScene(business, stateFile, playbill, clock).play();
        new CalDavScene(business, booked, playbill).play();
        new PaymentScene(business, playbill).play();
    }

    private void sayWhatNext() {
        console.say("");
        console.say("The fleet goes on running. What next:");
        console.say("  " + GATEWAY + "/docs                 every API, to browse and try");
        console.say("  " + checkout.state().resolve("credentials.json") + "   the keys");
        console.say("  ./fleet status, ./fleet logs gateway -f");
        console.say("  ./fleet down                         stops it; its state stays");
    }
}
