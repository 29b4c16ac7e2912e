package io.frontdesk.launcher.status;

import io.frontdesk.launcher.catalog.Catalog;
import io.frontdesk.launcher.catalog.Service;
import io.frontdesk.launcher.checkout.Checkout;
import io.frontdesk.launcher.database.FleetDatabase;
import io.frontdesk.launcher.process.ProcessRecord;
import io.frontdesk.launcher.process.ProcessTable;
import io.frontdesk.launcher.process.ResidentMemory;
import io.frontdesk.launcher.startup.Readiness;
import io.frontdesk.starter.database.LocalPostgres;
import java.util.ArrayList;
import java.util.List;

/** Looks at every process of the fleet. */
final class FleetStatus {
    private final Checkout checkout;
    private final Catalog catalog;
    private final ProcessTable processes;
    private final Readiness readiness = new Readiness();

    FleetStatus(Checkout checkout, Catalog catalog) {
        this.checkout = checkout;
        this.catalog = catalog;
        this.processes = new ProcessTable(checkout.run());
    }

    /** The services by port, then PostgreSQL. */
    List<ServiceStatus> look() {
        var all = new ArrayList<>(catalog.services().parallelStream().map(this::look).toList());
        all.sort(java.util.Comparator.comparingInt(ServiceStatus::port));
        all.add(postgres());
        return all;
    }

    private ServiceStatus look(Service service) {
        return processes
                .running(service.name())
                .map(running -> running(service, running))
                .orElseGet(() -> gone(service));
    }

    private ServiceStatus running(Service service, ProcessRecord running) {
        var megabytes = ResidentMemory.megabytes(running.pid());
        return new ServiceStatus(
                service.name(),
                service.port(),
                readiness.ready(service.port()) ? ServiceStatus.READY : "not ready",
                running.pid(),
                megabytes.isPresent() ? megabytes.getAsLong() : null,
                running.startedAt());
    }

    private ServiceStatus gone(Service service) {
        var died =
                processes.stale().stream().anyMatch(left -> left.service().equals(service.name()));
        return new ServiceStatus(
                service.name(),
                service.port(),
                died ? "died" : ServiceStatus.STOPPED,
                null,
                null,
                null);
    }

    private ServiceStatus postgres() {
        var process = LocalPostgres.pid(checkout.postgres()).flatMap(ProcessHandle::of);
        if (process.isEmpty()) {
            return new ServiceStatus(
                    "postgresql", FleetDatabase.PORT, ServiceStatus.STOPPED, null, null, null);
        }
        var megabytes = ResidentMemory.megabytes(process.get().pid());
        return new ServiceStatus(
                "postgresql",
                FleetDatabase.PORT,
                LocalPostgres.running(checkout.postgres()) ? ServiceStatus.READY : "not ready",
                process.get().pid(),
                megabytes.isPresent() ? megabytes.getAsLong() : null,
                process.get().info().startInstant().orElse(null));
    }
}
