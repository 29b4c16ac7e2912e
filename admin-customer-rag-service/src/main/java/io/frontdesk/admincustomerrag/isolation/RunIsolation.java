package io.frontdesk.admincustomerrag.isolation;

import io.frontdesk.admincustomerrag.audit.Audit;
import io.frontdesk.admincustomerrag.audit.AuditAction;
import io.frontdesk.admincustomerrag.canary.PlantCanary;
import io.frontdesk.admincustomerrag.canary.RemoveCanary;
import io.frontdesk.admincustomerrag.probe.Probe;
import io.frontdesk.admincustomerrag.probe.Probing;
import io.frontdesk.admincustomerrag.probe.ReadProbes;
import io.frontdesk.admincustomerrag.probe.ReverseProbes;
import io.frontdesk.admincustomerrag.probe.RowProbes;
import io.frontdesk.admincustomerrag.probe.SearchProbes;
import io.frontdesk.admincustomerrag.probe.Suspects;
import io.frontdesk.starter.events.Events;
import io.frontdesk.starter.tenancy.Tenancy;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One run: plant a canary, let both look for each other, write down what they saw. */
@Service
class RunIsolation {
    private static final Logger log = LoggerFactory.getLogger(RunIsolation.class);

    /** The attempts, by what they go through. */
    record Attempts(
            SearchProbes searches, RowProbes rows, ReverseProbes reverse, ReadProbes reads) {}

    private final PlantCanary plantCanary;
    private final RemoveCanary removeCanary;
    private final Attempts attempts;
    private final Reports reports;
    private final Audit audit;
    private final Events events;
    private final Tenancy tenancy;
    private final TransactionTemplate transaction;
    private final IsolationProperties properties;
    private final Clock clock;

    RunIsolation(
            PlantCanary plantCanary,
            RemoveCanary removeCanary,
            Attempts attempts,
            Reports reports,
            Audit audit,
            Events events,
            Tenancy tenancy,
            PlatformTransactionManager transactions,
            IsolationProperties properties,
            Clock clock) {
        this.plantCanary = plantCanary;
        this.removeCanary = removeCanary;
        this.attempts = attempts;
        this.reports = reports;
        this.audit = audit;
        this.events = events;
        this.tenancy = tenancy;
        this.transaction = new TransactionTemplate(transactions);
        this.properties = properties;
        this.clock = clock;
    }

    /** Runs to the end, once; after a crash it begins anew with another canary. */
    void run(UUID tenant, UUID report) {
        var running = tenancy.as(tenant, () -> reports.find(report)).filter(Report::isRunning);
        if (running.isEmpty()) {
            return;
        }
        var planted = new AtomicReference<@Nullable UUID>();
        var probing = new Probing(clock);
        String problem = null;
        try {
            var canary = plantCanary.plant(tenant, properties.ingestion(), planted::set);
            var suspects = new Suspects(tenant, canary);
            attempts.rows().run(suspects, probing, properties.event());
            attempts.searches().run(suspects, probing);
            attempts.reverse().run(suspects, probing);
            attempts.reads().run(suspects, probing);
        } catch (RuntimeException failed) {
            log.warn("Isolation run {} of {} broke off: {}", report, tenant, failed.toString());
            problem = "The run broke off: " + failed.getMessage();
        }
        finish(tenant, report, probing, problem);
        var canary = planted.get();
        if (canary != null) {
            removeCanary.remove(canary);
        }
    }

    private void finish(UUID tenant, UUID report, Probing probing, @Nullable String problem) {
        var status =
                problem != null && !probing.status().equals("failed")
                        ? "inconclusive"
                        : probing.status();
        var broken = probing.probes().stream().filter(RunIsolation::hasFailed).toList();
        tenancy.as(
                tenant,
                () ->
                        transaction.executeWithoutResult(
                                _ -> write(report, status, probing, problem, broken)));
        broken.forEach(probe -> log.error("Isolation of {} is broken: {}", tenant, probe));
    }

    private void write(
            UUID report,
            String status,
            Probing probing,
            @Nullable String problem,
            List<Probe> broken) {
        var by = reports.finish(report, status, probing.probes(), problem);
        if (by.isEmpty()) {
            return;
        }
        audit.record(by.get(), AuditAction.ISOLATION_FINISHED, report);
        if (!broken.isEmpty()) {
            var names =
                    broken.stream().map(probe -> probe.name() + " " + probe.direction()).toList();
            events.publish(
                    IsolationBroken.TYPE,
                    tenancy.require().toString(),
                    new IsolationBroken(report, names));
        }
    }

    private static boolean hasFailed(Probe probe) {
        return probe.result().equals("failed");
    }
}
