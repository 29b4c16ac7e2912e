package io.frontdesk.ragknowledge.policy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.frontdesk.starter.events.CloudEvent;
import io.frontdesk.starter.events.OnEvent;
import io.frontdesk.starter.tenancy.Tenancy;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The configuration of the tenant at hand. */
@Component
public class Policies {

    private static final Logger log = LoggerFactory.getLogger(Policies.class);

    /** How long another replica may go by the configuration before. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    private static final int TENANTS = 10_000;

    private final PolicyRows rows;
    private final Tenancy tenancy;
    private final Cache<UUID, AppliedPolicy> known =
            Caffeine.newBuilder().maximumSize(TENANTS).expireAfterWrite(FRESH).build();

    Policies(PolicyRows rows, Tenancy tenancy) {
        this.rows = rows;
        this.tenancy = tenancy;
    }

    /** The newest configuration that has arrived, or the defaults. */
    public Policy current() {
        return applied().configuration();
    }

    AppliedPolicy applied() {
        return tenancy.current()
                .map(tenant -> known.get(tenant, _ -> rows.find()))
                .orElse(AppliedPolicy.NONE);
    }

    @OnEvent(ConfigurationChanged.TYPE)
    void changed(CloudEvent<ConfigurationChanged> event) {
        var tenant = event.tenantId();
        var version = event.data().version();
        var configuration = event.data().configuration();
        if (tenant == null || version == null || configuration == null) {
            log.warn("Ignored configuration {}: no tenant, version or content", event.id());
            return;
        }
        if (event.subject() != null && !event.subject().equals(tenant.toString())) {
            log.warn("Ignored configuration {}: it is about another tenant", event.id());
            return;
        }
        var before = rows.find();
        var reading = new PolicyReader(configuration, before.configuration());
        var policy = reading.policy();
        if (!reading.broken().isEmpty()) {
            log.warn(
                    "Configuration {} of tenant {}: kept what applied before for {}",
                    version,
                    tenant,
                    reading.broken());
        }
        if (rows.keep(version, policy)) {
            forgetAfterCommit(tenant);
        }
    }

    private void forgetAfterCommit(UUID tenant) {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        known.invalidate(tenant);
                    }
                });
    }
}
