package io.frontdesk.ragknowledge.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.ragknowledge.KnowledgeApp;
import io.frontdesk.starter.events.CloudEvent;
import io.frontdesk.starter.tenancy.Tenancy;
import io.frontdesk.test.identity.TestTokens;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

class PolicyFlowTest extends KnowledgeApp {

    private static final OffsetDateTime THEN = OffsetDateTime.parse("2026-01-01T00:00:00Z");

    @Autowired private Policies policies;
    @Autowired private PolicyRows rows;
    @Autowired private Tenancy tenancy;
    @Autowired private TransactionTemplate transaction;
    @Autowired private JsonMapper json;

    @Test
    void appliesTheNewestConfigurationAtOnce() {
        assertThat(documents(tenant)).isNull();
        changed(tenant, tenant, 3, 30);
        assertThat(documents(tenant)).isEqualTo(30);
        changed(tenant, tenant, 2, 20);
        assertThat(documents(tenant)).isEqualTo(30);
        changed(tenant, tenant, 4, 40);
        assertThat(documents(tenant)).isEqualTo(40);
        assertThat(documents(UUID.randomUUID())).as("another tenant").isNull();
        var shown = get("/api/knowledge/policy").json();
        assertThat(shown.get("version").longValue()).isEqualTo(4);
        assertThat(shown.at("/configuration/quotas/documents").intValue()).isEqualTo(40);
        assertThat(shown.at("/configuration/chunking/maxTokens").intValue()).isEqualTo(200);
    }

    @Test
    void ignoresAConfigurationOfAnotherTenant() {
        changed(tenant, UUID.randomUUID(), 1, 5);
        assertThat(documents(tenant)).isNull();
    }

    @Test
    void anotherReplicaSeesAChangeWithinSeconds() {
        var other = new Policies(rows, tenancy);
        assertThat(tenancy.as(tenant, other::current)).isEqualTo(Policy.DEFAULT);
        changed(tenant, tenant, 1, 5);
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> !tenancy.as(tenant, other::current).equals(Policy.DEFAULT));
    }

    @Test
    void isNotForVisitors() {
        var token = TestTokens.visitor(tenant);
        assertThat(send(token, "GET", "/api/knowledge/policy", null, "application/json").status())
                .isEqualTo(403);
    }

    private @Nullable Integer documents(UUID who) {
        return tenancy.as(who, policies::current).quotas().documents();
    }

    private void changed(UUID who, UUID subject, long version, int documents) {
        var configuration = json.readTree("{\"quotas\":{\"documents\":" + documents + "}}");
        var event =
                new CloudEvent<>(
                        UUID.randomUUID().toString(),
                        "/admin-customer-rag-service",
                        ConfigurationChanged.TYPE,
                        subject.toString(),
                        THEN,
                        who,
                        new ConfigurationChanged(version, configuration));
        tenancy.as(who, () -> transaction.executeWithoutResult(_ -> policies.changed(event)));
    }
}
