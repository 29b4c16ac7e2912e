package io.frontdesk.admincustomerrag.erasure;

import io.frontdesk.admincustomerrag.audit.Audit;
import io.frontdesk.admincustomerrag.audit.AuditAction;
import io.frontdesk.admincustomerrag.core.Core;
import io.frontdesk.admincustomerrag.customer.Customers;
import io.frontdesk.admincustomerrag.isolation.Reports;
import io.frontdesk.admincustomerrag.knowledge.Knowledge;
import io.frontdesk.admincustomerrag.sighting.Sightings;
import io.frontdesk.admincustomerrag.usage.Snapshots;
import io.frontdesk.admincustomerrag.versioning.ConfigurationVersions;
import io.frontdesk.starter.tenancy.Tenancy;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Goes through the steps of an erasure. What a step did is written down only after it is done, so a
 * crash repeats at most one step, and every step may be repeated.
 */
@Service
class EraseTenant {

    private static final Duration POLL = Duration.ofMillis(500);

    /** After that many rounds something keeps on writing, and the receipt says so. */
    private static final int ROUNDS = 5;

    /** This service's own rows, by what they are. */
    record OwnRows(
            ConfigurationVersions versions,
            Snapshots snapshots,
            Sightings sightings,
            Reports reports,
            Customers customers) {
        Map<String, Long> removeAll() {
            customers.forget();
            return Map.of(
                    "configurationVersions",
                    (long) versions.removeAll(),
                    "usageSnapshots",
                    (long) snapshots.removeAll(),
                    "documentSightings",
                    (long) sightings.removeAll(),
                    "isolationReports",
                    (long) reports.removeAll());
        }
    }

    private final Erasures erasures;
    private final Knowledge knowledge;
    private final Core core;
    private final OwnRows ownRows;
    private final Audit audit;
    private final Tenancy tenancy;
    private final TransactionTemplate transaction;

    EraseTenant(
            Erasures erasures,
            Knowledge knowledge,
            Core core,
            OwnRows ownRows,
            Audit audit,
            Tenancy tenancy,
            PlatformTransactionManager transactions) {
        this.erasures = erasures;
        this.knowledge = knowledge;
        this.core = core;
        this.ownRows = ownRows;
        this.audit = audit;
        this.tenancy = tenancy;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Goes on as far as it can; answers when to come again, or nothing when all is done. */
    Optional<Duration> advance(UUID tenant, UUID id) {
        while (true) {
            var erasure = tenancy.as(tenant, () -> erasures.get(id));
            if (erasure.step() == Step.COMPLETE) {
                return Optional.empty();
            }
            if (!step(tenant, erasure)) {
                return Optional.of(POLL);
            }
        }
    }

    /** Whether the step was done. */
    private boolean step(UUID tenant, Erasure erasure) {
        return switch (erasure.step()) {
            case COUNT -> count(tenant, erasure);
            case KNOWLEDGE_REQUEST -> request(tenant, erasure);
            case KNOWLEDGE_WAIT -> await(tenant, erasure);
            case CORE -> {
                var removed = core.eraseTenant(tenant);
                keep(tenant, erasure, "rag-core-service", removed, Step.OWN_ROWS);
                yield true;
            }
            case OWN_ROWS -> ownRows(tenant, erasure);
            case VERIFICATION -> verify(tenant, erasure);
            case COMPLETE -> true;
        };
    }

    private boolean count(UUID tenant, Erasure erasure) {
        var held = knowledge.usage(tenant);
        var indexed = core.usage(tenant);
        var found = new TreeMap<String, Long>();
        found.put("bases", held.bases());
        found.put("documents", held.documents());
        found.put("overrides", held.overrides());
        found.put("chunks", Math.max(held.chunks(), indexed.chunks()));
        tenancy.as(tenant, () -> erasures.found(erasure.id(), found));
        return true;
    }

    private boolean request(UUID tenant, Erasure erasure) {
        // The key makes a repeated request answer with the same erasure and its counts.
        var key = erasure.id() + "/" + erasure.attempts();
        var begun = knowledge.erase(tenant, key);
        tenancy.as(tenant, () -> erasures.knowledge(erasure.id(), begun.id()));
        return true;
    }

    private boolean await(UUID tenant, Erasure erasure) {
        var id = erasure.knowledgeId();
        if (id == null) {
            throw new IllegalStateException("Erasure " + erasure.id() + " waits for nothing");
        }
        var removal = knowledge.erasure(tenant, id);
        if (!removal.isDone()) {
            return false;
        }
        Map<String, Long> removed = removal.removed() == null ? Map.of() : removal.removed();
        keep(tenant, erasure, "rag-knowledge-service", removed, Step.CORE);
        return true;
    }

    private boolean ownRows(UUID tenant, Erasure erasure) {
        tenancy.as(
                tenant,
                () ->
                        transaction.executeWithoutResult(_ ->
                                erasures.removed(
                                        erasure,
                                        "admin-customer-rag-service",
                                        ownRows.removeAll(),
                                        Step.VERIFICATION)));
        return true;
    }

    /** What came in while it ran is removed in another round. */
    private boolean verify(UUID tenant, Erasure erasure) {
        boolean empty = isEmpty(tenant);
        if (!empty && erasure.attempts() + 1 < ROUNDS) {
            tenancy.as(tenant, () -> erasures.again(erasure.id()));
            return false;
        }
        tenancy.as(
                tenant,
                () ->
                        transaction.executeWithoutResult(_ -> {
                            erasures.complete(erasure, empty);
                            audit.record(
                                    erasure.requestedBy(),
                                    AuditAction.ERASURE_COMPLETED,
                                    erasure.id());
                        }));
        return true;
    }

    private boolean isEmpty(UUID tenant) {
        var held = knowledge.usage(tenant);
        var found = knowledge.search(tenant, "the and of to a in is for", null, "hybrid");
        return held.documents() == 0
                && held.bases() == 0
                && held.chunks() == 0
                && core.usage(tenant).chunks() == 0
                && !found.tells("\"documentId\"");
    }

    private void keep(
            UUID tenant, Erasure erasure, String store, Map<String, Long> removed, Step next) {
        tenancy.as(tenant, () -> erasures.removed(erasure, store, removed, next));
    }
}
