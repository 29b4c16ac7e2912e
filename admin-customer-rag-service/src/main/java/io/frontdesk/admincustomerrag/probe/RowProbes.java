package io.frontdesk.admincustomerrag.probe;

import static io.frontdesk.admincustomerrag.probe.Probing.CANARY_TO_TENANT;
import static io.frontdesk.admincustomerrag.probe.Probing.TENANT_TO_CANARY;

import io.frontdesk.admincustomerrag.audit.Audit;
import io.frontdesk.admincustomerrag.audit.AuditAction;
import io.frontdesk.admincustomerrag.canary.Patience;
import io.frontdesk.admincustomerrag.policy.Policy;
import io.frontdesk.admincustomerrag.probe.Probing.Attempt;
import io.frontdesk.admincustomerrag.probe.Probing.Sight;
import io.frontdesk.admincustomerrag.sighting.Sightings;
import io.frontdesk.admincustomerrag.versioning.ConfigurationVersion;
import io.frontdesk.admincustomerrag.versioning.ConfigurationVersions;
import io.frontdesk.starter.tenancy.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Events, and this service's own rows: whose they are, the database decides. */
@Component
public class RowProbes {

    /** As high as numbers go, so that it is nobody's. */
    private static final int VERSION = Integer.MAX_VALUE;

    private final Sightings sightings;
    private final ConfigurationVersions versions;
    private final Audit audit;
    private final JdbcClient jdbc;
    private final Tenancy tenancy;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RowProbes(
            Sightings sightings,
            ConfigurationVersions versions,
            Audit audit,
            JdbcClient jdbc,
            Tenancy tenancy,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.sightings = sightings;
        this.versions = versions;
        this.audit = audit;
        this.jdbc = jdbc;
        this.tenancy = tenancy;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Waits so long for the event that told of the canary's document. */
    public void run(Suspects suspects, Probing probing, Duration patience) {
        var canary = suspects.canary();
        var document = canary.documentId();
        // The owner first: a stranger who looks before the event comes proves nothing.
        boolean came =
                Patience.until(
                        patience, () -> tenancy.as(canary.tenant(), () -> sightings.has(document)));
        probing.tryOut(
                new Attempt("event", TENANT_TO_CANARY, "no event of the canary's document"),
                () ->
                        Sight.of(
                                tenancy.as(suspects.tenant(), () -> sightings.has(document)),
                                "event"),
                () -> Sight.of(came, "event"));
        probing.tryOut(
                new Attempt("event", CANARY_TO_TENANT, "no event but that of its own document"),
                () ->
                        Sight.of(
                                tenancy.as(canary.tenant(), () -> sightings.others(document)) > 0,
                                "foreign event"),
                () -> Sight.of(came, "event"));
        rows("configuration", "configuration_version", suspects, probing);
        rows("audit", "audit_entry", suspects, probing);
    }

    private void rows(String name, String table, Suspects suspects, Probing probing) {
        var tenant = suspects.tenant();
        var canary = suspects.canary().tenant();
        var there = new Attempt(name, TENANT_TO_CANARY, "no row of the canary");
        row(there, table, canary, tenant, probing);
        var back = new Attempt(name, CANARY_TO_TENANT, "no row of the tenant");
        row(back, table, tenant, canary, probing);
    }

    /** Rows are written and looked for in one transaction that never commits. */
    private void row(Attempt attempt, String table, UUID owner, UUID stranger, Probing probing) {
        var author = "canary:" + UUID.randomUUID();
        var counts =
                Objects.requireNonNull(
                        transaction.execute(status -> {
                            status.setRollbackOnly();
                            tenancy.as(owner, () -> write(author));
                            return new int[] {
                                tenancy.as(stranger, () -> count(table, author)),
                                tenancy.as(owner, () -> count(table, author))
                            };
                        }));
        probing.tryOut(
                attempt,
                () -> Sight.of(counts[0] > 0, "foreign row"),
                () -> Sight.of(counts[1] > 0, "row"));
    }

    private void write(String author) {
        var now = OffsetDateTime.now(clock);
        versions.add(new ConfigurationVersion(VERSION, author, now, null, null), Policy.DEFAULT);
        audit.record(author, AuditAction.ISOLATION_REQUESTED, null);
    }

    private int count(String table, String author) {
        var column = table.equals("audit_entry") ? "actor" : "author";
        return jdbc.sql("select count(*) from " + table + " where " + column + " = :author")
                .param("author", author)
                .query(Integer.class)
                .single();
    }
}
