package io.frontdesk.admincustomerrag.usage;

import io.frontdesk.admincustomerrag.core.Core;
import io.frontdesk.admincustomerrag.core.CoreUnavailable;
import io.frontdesk.admincustomerrag.customer.Customers;
import io.frontdesk.admincustomerrag.knowledge.Knowledge;
import io.frontdesk.admincustomerrag.knowledge.KnowledgeUnavailable;
import io.frontdesk.admincustomerrag.versioning.ConfigurationVersions;
import io.frontdesk.starter.client.ServiceUnavailable;
import io.frontdesk.starter.tenancy.Tenancy;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Asks the services that count; one that is away leaves its part out. */
@Service
class MeasureUsage {

    private final Knowledge knowledge;
    private final Core core;
    private final ConfigurationVersions versions;
    private final Customers customers;
    private final Snapshots snapshots;
    private final Tenancy tenancy;
    private final Clock clock;

    MeasureUsage(
            Knowledge knowledge,
            Core core,
            ConfigurationVersions versions,
            Customers customers,
            Snapshots snapshots,
            Tenancy tenancy,
            Clock clock) {
        this.knowledge = knowledge;
        this.core = core;
        this.versions = versions;
        this.customers = customers;
        this.snapshots = snapshots;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /** Measures, keeps a whole measurement as the day's, and warns. */
    Usage measure(UUID tenant) {
        var missing = new ArrayList<String>();
        var held = asked("rag-knowledge-service", missing, () -> knowledge.usage(tenant));
        var indexed = asked("rag-core-service", missing, () -> core.usage(tenant));
        return tenancy.as(
                tenant,
                () -> {
                    var quotas = versions.policy().quotas();
                    var allowed = quotas.spendPerMonth();
                    var usage =
                            new Usage(
                                    YearMonth.now(clock.withZone(ZoneOffset.UTC)).toString(),
                                    Counted.of(
                                            held == null ? null : held.documents(),
                                            quotas.documents()),
                                    Counted.of(
                                            held == null ? null : held.chunks(), quotas.chunks()),
                                    Counted.of(
                                            held == null ? null : held.questions(),
                                            quotas.questionsPerMonth()),
                                    indexed == null
                                            ? Spent.unavailable(allowed)
                                            : Spent.of(indexed.spent(), allowed),
                                    List.copyOf(missing));
                    if (usage.isWhole()) {
                        customers.note();
                        snapshots.keep(usage);
                    }
                    return usage;
                });
    }

    private static <T> @Nullable T asked(String service, List<String> missing, Supplier<T> call) {
        try {
            return call.get();
        } catch (KnowledgeUnavailable | CoreUnavailable | ServiceUnavailable away) {
            missing.add(service);
            return null;
        }
    }
}
