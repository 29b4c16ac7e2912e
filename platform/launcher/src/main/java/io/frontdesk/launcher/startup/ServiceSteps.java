package io.frontdesk.launcher.startup;

import io.frontdesk.launcher.catalog.Service;
import io.frontdesk.launcher.checkout.Checkout;
import io.frontdesk.launcher.process.DetachedProcess;
import io.frontdesk.launcher.process.ProcessTable;
import io.frontdesk.launcher.secrets.Secrets;
import io.frontdesk.launcher.secrets.ServiceEnvironment;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;

/** Starts services as processes of their own and watches them through their ports. */
final class ServiceSteps implements StartSequence.Steps {
    private final Checkout checkout;
    private final ProcessTable processes;
    private final Readiness readiness;
    private final StartProgress progress;
    private final Secrets secrets;
    private final String databaseUrl;
    private final Clock clock;
    private final ServiceStart how;
    private final Instant begun;

    ServiceSteps(
            Checkout checkout,
            ProcessTable processes,
            Readiness readiness,
            StartProgress progress,
            Secrets secrets,
            String databaseUrl,
            Clock clock) {
        this.checkout = checkout;
        this.processes = processes;
        this.readiness = readiness;
        this.progress = progress;
        this.secrets = secrets;
        this.databaseUrl = databaseUrl;
        this.clock = clock;
        this.how = new ServiceStart(checkout);
        this.begun = clock.instant();
    }

    @Override
    public void start(Service service) {
        var name = service.name();
        var environment = new TreeMap<>(ServiceEnvironment.of(name, secrets, databaseUrl));
        var state = checkout.serviceState(name);
        environment.put("FRONTDESK_STATE_DIRECTORY", state.toString());
        progress.starting(service, how.cached(service));
        processes.add(
                new DetachedProcess(clock)
                        .start(
                                name,
                                service.port(),
                                how.command(service),
                                how.environment(environment),
                                state,
                                checkout.log(name)));
    }

    @Override
    public boolean alive(Service service) {
        return processes.running(service.name()).isPresent();
    }

    @Override
    public boolean ready(Service service) {
        return readiness.ready(service.port());
    }

    @Override
    public void started(Service service, Duration took) {
        progress.ready(service, Duration.between(begun, clock.instant()), took);
    }

    @Override
    public void failed(Service service, String why) {
        progress.failed(service, why);
    }
}
