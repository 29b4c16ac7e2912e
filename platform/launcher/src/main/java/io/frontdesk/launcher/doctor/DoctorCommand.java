package io.frontdesk.launcher.doctor;

import io.frontdesk.launcher.build.Modules;
import io.frontdesk.launcher.catalog.Catalog;
import io.frontdesk.launcher.catalog.Service;
import io.frontdesk.launcher.checkout.Checkout;
import io.frontdesk.launcher.checkout.Console;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "doctor",
        description = "Checks JDK, ports, disk, memory and leftovers, and says how to mend each.")
public final class DoctorCommand implements Callable<Integer> {
    private final Checkout checkout;
    private final Catalog catalog;
    private final Console console;

    @Option(names = "--mend", description = "Removes what is stale.")
    private boolean mend;

    public DoctorCommand(Checkout checkout, Catalog catalog, Console console) {
        this.checkout = checkout;
        this.catalog = catalog;
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        var leftovers = new Leftovers(checkout);
        if (mend) {
            console.say("Removed " + leftovers.mend() + " stale process files.");
        }
        var findings = new ArrayList<>(Machine.look(checkout));
        findings.addAll(PortsInUse.look(PortsInUse.needed(catalog), leftovers.own()));
        findings.addAll(leftovers.look(catalog));
        findings.add(build());
        findings.forEach(this::show);
        return findings.stream().anyMatch(f -> f.severity() == Finding.Severity.PROBLEM) ? 1 : 0;
    }

    private Finding build() {
        List<String> stale =
                new Modules(checkout)
                        .stale(catalog.services().stream().map(Service::name).toList());
        return stale.isEmpty()
                ? Finding.fine("Build", "every jar is as new as its sources")
                : Finding.fine(
                        "Build",
                        stale.size()
                                + " jars are missing or older than their sources; ./fleet up builds"
                                + " them");
    }

    private void show(Finding finding) {
        var mark =
                switch (finding.severity()) {
                    case FINE -> "ok  ";
                    case WARNING -> "note";
                    case PROBLEM -> "BAD ";
                };
        console.result("%s  %-12s %s".formatted(mark, finding.subject(), finding.text()));
        if (!finding.remedy().isEmpty()) {
            console.result("                  → " + finding.remedy());
        }
    }
}
