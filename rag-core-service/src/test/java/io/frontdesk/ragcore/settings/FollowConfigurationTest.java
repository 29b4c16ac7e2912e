package io.frontdesk.ragcore.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.ragcore.Core;
import io.frontdesk.ragcore.ModelsTest;
import io.frontdesk.ragcore.embedding.BgeSmallModel;
import io.frontdesk.ragcore.settings.FollowConfiguration.Changed;
import io.frontdesk.starter.events.CloudEvent;
import io.frontdesk.starter.tenancy.Tenancy;
import io.frontdesk.test.identity.TestTokens;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class FollowConfigurationTest extends ModelsTest {
    private static final JsonMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private final FollowConfiguration follow;
    private final Tenancy tenancy;
    private final TransactionTemplate transactions;

    @Autowired
    FollowConfigurationTest(
            @LocalServerPort int port,
            FollowConfiguration follow,
            Tenancy tenancy,
            TransactionTemplate transactions) {
        super(port);
        this.follow = follow;
        this.tenancy = tenancy;
        this.transactions = transactions;
    }

    @Test
    void givesAllBasesTheModelAndNewOnesToo() {
        var document = UUID.randomUUID();
        core.store(base, document, "old one");
        configured(1, "{'models':{'embedding':'letters','generation':null},'unheardOf':[1]}");

        var fresh = UUID.randomUUID();
        core.store(fresh, UUID.randomUUID(), "new one");
        assertThat(model(fresh)).isEqualTo(LETTERS);
        Awaitility.await().until(() -> model(base).equals(LETTERS));
        assertThat(core.search("one", "dense")).contains("old one", "new one");

        configured(2, "{'models':{'embedding':'never heard of'}}");
        assertThat(model(base)).isEqualTo(LETTERS);
        configured(3, "{}");
        Awaitility.await().until(() -> model(base).equals(BgeSmallModel.NAME));
        assertThat(model(UUID.randomUUID())).isEqualTo(BgeSmallModel.NAME);
    }

    @Test
    void ignoresOlderVersions() {
        configured(5, "{'quotas':{'spendPerMonth':{'amount':'3.50','currency':'EUR'}}}");
        configured(4, "{'quotas':{'spendPerMonth':{'amount':'99','currency':'EUR'}}}");
        configured(5, "{'quotas':{'spendPerMonth':{'amount':'99','currency':'EUR'}}}");
        assertThat(budget("limit")).isEqualByComparingTo("3.5");
    }

    @Test
    void boundsEveryBudgetByTheCap() {
        var owner = new Core(port, TestTokens.owner(tenant));
        assertThat(owner.put("/v1/budgets", Map.of("limit", 1)).status()).isEqualTo(403);
        assertThat(core.put("/v1/budgets", Map.of("limit", 9)).status()).isEqualTo(200);
        configured(1, "{'quotas':{'spendPerMonth':{'amount':0.02,'currency':'EUR'}}}");
        assertThat(budget("limit")).isEqualByComparingTo("0.02");
        assertThat(budget("cap")).isEqualByComparingTo("0.02");

        var dear = Map.of("model", DEAR, "input", "x".repeat(30));
        assertThat(core.post("/v1/embeddings", dear).status()).isEqualTo(402);
        var raised = owner.put("/v1/budgets", Map.of("limit", 1));
        assertThat(raised.status()).isEqualTo(422);
        assertThat(raised.body().path("detail").asString()).contains("0.02 EUR");
        assertThat(owner.put("/v1/budgets", Map.of("limit", new BigDecimal("0.01"))).status())
                .isEqualTo(200);
        assertThat(budget("limit")).isEqualByComparingTo("0.01");
        var agent = Map.of("limit", 1, "agentId", "a");
        assertThat(owner.put("/v1/budgets", agent).status()).isEqualTo(422);
    }

    @Test
    void allowsNothingUnderACapThatCannotBeKept() {
        configured(1, "{'quotas':{'spendPerMonth':{'amount':'50','currency':'USD'}}}");
        var dear = Map.of("model", DEAR, "input", "x");
        assertThat(core.post("/v1/embeddings", dear).status()).isEqualTo(402);
        assertThat(core.post("/v1/embeddings", Map.of("model", LETTERS, "input", "x")).status())
                .isEqualTo(200);
    }

    private String model(UUID of) {
        return core.get("/core/bases/" + of + "/model").body().path("model").asString();
    }

    private BigDecimal budget(String field) {
        return new BigDecimal(core.get("/v1/budgets").body().at("/items/0/" + field).asString());
    }

    private void configured(int version, String configuration) {
        var json =
                "{\"version\":%d,\"configuration\":%s}"
                        .formatted(version, configuration.replace('\'', '"'));
        var event =
                new CloudEvent<>(
                        UUID.randomUUID().toString(),
                        "/admin-customer-rag-service",
                        "io.frontdesk.customer-rag.configuration-changed",
                        tenant.toString(),
                        OffsetDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC),
                        tenant,
                        JSON.readValue(json, Changed.class));
        tenancy.as(
                tenant, (Runnable) () -> transactions.executeWithoutResult(_ -> follow.on(event)));
    }
}
