package io.frontdesk.launcher.aot;

import io.frontdesk.launcher.build.AppLayouts;
import io.frontdesk.launcher.catalog.Catalog;
import io.frontdesk.launcher.checkout.Checkout;
import io.frontdesk.launcher.process.DetachedProcess;
import io.frontdesk.launcher.process.OwnProcesses;
import io.frontdesk.launcher.process.ProcessTable;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The training as a process of its own with the lowest priority, which nobody waits for. */
public final class BackgroundTraining {
    /** Its name among the fleet's processes and logs. */
    public static final String NAME = "aot";

    private final Checkout checkout;
    private final Clock clock;

    public BackgroundTraining(Checkout checkout, Clock clock) {
        this.checkout = checkout;
        this.clock = clock;
    }

    /**
     * Starts it when a cache is missing and none is being trained.
     *
     * @return whether it was started
     */
    public boolean start(Catalog catalog) {
        var caches = new AotCaches(checkout, new AppLayouts(checkout));
        var processes = new ProcessTable(checkout.run());
        var complete =
                catalog.services().stream().allMatch(service -> caches.usable(service).isPresent());
        if (complete || processes.running(NAME).isPresent()) {
            return false;
        }
        var command =
                List.of(
                        "nice",
                        "-n",
                        "19",
                        Checkout.java().toString(),
                        OwnProcesses.mark(checkout),
                        "-Dfrontdesk.home=" + checkout.home(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx64m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-jar",
                        System.getProperty("java.class.path"),
                        TrainCommand.NAME);
        processes.add(
                new DetachedProcess(clock)
                        .start(NAME, 0, command, Map.of(), checkout.home(), checkout.log(NAME)));
        return true;
    }
}
