package io.frontdesk.admincustomerrag.change;

import io.frontdesk.admincustomerrag.audit.Audit;
import io.frontdesk.admincustomerrag.audit.AuditAction;
import io.frontdesk.admincustomerrag.customer.Customers;
import io.frontdesk.admincustomerrag.policy.Policy;
import io.frontdesk.admincustomerrag.versioning.Configuration;
import io.frontdesk.admincustomerrag.versioning.ConfigurationVersion;
import io.frontdesk.admincustomerrag.versioning.ConfigurationVersions;
import io.frontdesk.starter.events.Events;
import io.frontdesk.starter.tenancy.Tenancy;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Makes a new version and tells the fleet, in one transaction; one change at a time. */
@Service
@Transactional
class ChangeConfiguration {

    /** Leaves room for the rest of an event of 256 kB. */
    private static final int MOST_BYTES = 200_000;

    private final ConfigurationVersions versions;
    private final Customers customers;
    private final Audit audit;
    private final Events events;
    private final Tenancy tenancy;
    private final JsonMapper json;
    private final Clock clock;

    ChangeConfiguration(
            ConfigurationVersions versions,
            Customers customers,
            Audit audit,
            Events events,
            Tenancy tenancy,
            JsonMapper json,
            Clock clock) {
        this.versions = versions;
        this.customers = customers;
        this.audit = audit;
        this.events = events;
        this.tenancy = tenancy;
        this.json = json;
        this.clock = clock;
    }

    Configuration propose(Proposal proposal, @Nullable String ifMatch, String author) {
        int version = customers.lockVersion();
        boolean stale = proposal.version() != null && proposal.version() != version;
        if (stale || !Etag.matches(ifMatch, version)) {
            throw new VersionConflict(version);
        }
        return change(version, proposal.policy(), author, proposal.comment(), null);
    }

    Configuration rollBack(
            int to, @Nullable String ifMatch, String author, @Nullable String comment) {
        int version = customers.lockVersion();
        if (!Etag.matches(ifMatch, version)) {
            throw new VersionConflict(version);
        }
        return change(version, versions.get(to), author, comment, to);
    }

    private Configuration change(
            int from,
            Policy policy,
            String author,
            @Nullable String comment,
            @Nullable Integer restored) {
        var before = versions.find(from);
        if (from > 0 && before.isPresent() && before.get().equals(policy)) {
            return new Configuration(from, policy);
        }
        int bytes = json.writeValueAsBytes(policy).length;
        if (bytes > MOST_BYTES) {
            throw new ConfigurationTooLarge(bytes, MOST_BYTES);
        }
        int version = from + 1;
        var now = OffsetDateTime.now(clock);
        versions.add(new ConfigurationVersion(version, author, now, comment, restored), policy);
        customers.setVersion(version);
        var action =
                restored == null
                        ? AuditAction.CONFIGURATION_CHANGED
                        : AuditAction.CONFIGURATION_ROLLED_BACK;
        audit.record(
                author, action, restored == null ? null : "version " + restored, from, version);
        events.publish(
                ConfigurationChanged.TYPE,
                tenancy.require().toString(),
                new ConfigurationChanged(version, policy));
        return new Configuration(version, policy);
    }
}
