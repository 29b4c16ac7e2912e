package io.frontdesk.launcher.doctor;

import io.frontdesk.launcher.catalog.Catalog;
import io.frontdesk.launcher.checkout.Checkout;
import io.frontdesk.launcher.checkout.FleetFailure;
import io.frontdesk.launcher.process.OwnProcesses;
import io.frontdesk.launcher.process.ProcessRecord;
import io.frontdesk.launcher.process.ProcessTable;
import io.frontdesk.launcher.secrets.SecretStore;
import io.frontdesk.launcher.startup.Readiness;
import io.frontdesk.starter.database.LocalPostgres;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Looks at what earlier starts left behind. */
final class Leftovers {
    private final Checkout checkout;
    private final ProcessTable processes;

    Leftovers(Checkout checkout) {
        this.checkout = checkout;
        this.processes = new ProcessTable(checkout.run());
    }

    List<Finding> look(Catalog catalog) {
        var findings = new ArrayList<Finding>();
        processes.stale().forEach(left -> findings.add(stale(left)));
        orphans().forEach(process -> findings.add(orphan(process)));
        unready(catalog).forEach(findings::add);
        findings.addAll(secrets());
        findings.addAll(postgres());
        return findings.isEmpty() ? List.of(Finding.fine("Leftovers", "none")) : findings;
    }

    /** Forgets processes that are gone. */
    int mend() {
        var stale = processes.stale();
        stale.forEach(left -> processes.remove(left.service()));
        return stale.size();
    }

    /** The fleet's processes, those of PostgreSQL and of a running training among them. */
    Set<Long> own() {
        var own = new HashSet<Long>();
        own.add(ProcessHandle.current().pid());
        processes.running().stream().map(ProcessRecord::pid).forEach(own::add);
        LocalPostgres.pid(checkout.postgres()).ifPresent(own::add);
        for (var pid : List.copyOf(own)) {
            ProcessHandle.of(pid)
                    .ifPresent(p -> p.descendants().map(ProcessHandle::pid).forEach(own::add));
        }
        return own;
    }

    private List<ProcessHandle> orphans() {
        return OwnProcesses.orphans(checkout, own());
    }

    private static Finding stale(ProcessRecord left) {
        return Finding.warning(
                left.service(),
                "its process " + left.pid() + " ended without ./fleet down",
                "./fleet up starts it again; ./fleet logs "
                        + left.service()
                        + " may say why; ./fleet doctor --mend forgets it.");
    }

    private static Finding orphan(ProcessHandle process) {
        return Finding.problem(
                "Process " + process.pid(),
                "was started here, but no file in .fleet/run speaks of it",
                "End it: kill " + process.pid());
    }

    private List<Finding> unready(Catalog catalog) {
        var readiness = new Readiness();
        return catalog.services().stream()
                .filter(service -> processes.running(service.name()).isPresent())
                .filter(service -> !readiness.ready(service.port()))
                .map(service ->
                        Finding.problem(
                                service.name(),
                                "runs but is not ready",
                                "Look at ./fleet logs "
                                        + service.name()
                                        + "; if it just started, wait."))
                .toList();
    }

    private List<Finding> secrets() {
        try {
            new SecretStore(checkout.state(), Clock.systemUTC()).found();
            return List.of();
        } catch (FleetFailure e) {
            return List.of(Finding.problem("Secrets", String.valueOf(e.getMessage()), e.remedy()));
        }
    }

    private List<Finding> postgres() {
        var left = Files.exists(checkout.postgres().resolve("postmaster.pid"));
        return left && LocalPostgres.pid(checkout.postgres()).isEmpty()
                ? List.of(
                        Finding.warning(
                                "PostgreSQL",
                                "did not end cleanly the last time",
                                "Nothing to do: it recovers from its journal when ./fleet up starts"
                                        + " it."))
                : List.of();
    }
}
