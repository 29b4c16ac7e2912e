package io.frontdesk.ragcore.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.ragcore.Core;
import io.frontdesk.ragcore.ModelsTest;
import io.frontdesk.starter.tenancy.Tenancy;
import io.frontdesk.test.identity.TestTokens;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class UsageControllerTest extends ModelsTest {
    private final JdbcClient jdbc;
    private final Tenancy tenancy;
    private final TransactionTemplate transactions;

    @Autowired
    UsageControllerTest(
            @LocalServerPort int port,
            JdbcClient jdbc,
            Tenancy tenancy,
            TransactionTemplate transactions) {
        super(port);
        this.jdbc = jdbc;
        this.tenancy = tenancy;
        this.transactions = transactions;
    }

    @Test
    void tellsWhatIsStoredAndSpent() {
        fill(core);
        var usage = core.get("/core/usage").body();

        assertThat(usage.path("chunks").asInt()).isEqualTo(3);
        assertThat(usage.path("textBytes").asInt()).isEqualTo("onetwo".length() + 2);
        assertThat(usage.path("models").toString())
                .isEqualTo(
                        "[{\"model\":\"bge-small-en-v1.5\",\"chunks\":2},"
                                + "{\"model\":\"letters\",\"chunks\":1}]");
        assertThat(usage.at("/spend/spent").asString()).isEqualTo("0.010000");
        assertThat(usage.at("/spend/reserved").asString()).isEqualTo("0.000000");
        assertThat(usage.at("/spend/budget").asString()).isEqualTo("7.000000");
        assertThat(usage.at("/spend/currency").asString()).isEqualTo("EUR");
        assertThat(usage.at("/spend/month").asString()).matches("\\d{4}-\\d\\d");
    }

    @Test
    void erasesATenantAndNoOther() {
        fill(core);
        var other = Core.service(port, UUID.randomUUID());
        fill(other);
        var erased = core.delete("/core/tenant");

        assertThat(erased.status()).isEqualTo(200);
        assertThat(erased.body().path("chunks").asInt()).isEqualTo(3);
        assertThat(erased.body().path("budgets").asInt()).isEqualTo(1);
        assertThat(erased.body().path("spend").asInt()).isEqualTo(1);
        assertThat(core.get("/core/usage").body().path("chunks").asInt()).isZero();
        assertThat(core.search("one", "hybrid")).isEmpty();
        assertThat(rows()).containsOnly(0L);
        assertThat(core.delete("/core/tenant").body().path("chunks").asInt()).isZero();
        assertThat(other.get("/core/usage").body().path("chunks").asInt()).isEqualTo(3);
        assertThat(other.search("one", "hybrid")).contains("one");
    }

    @Test
    void letsOnlyServicesAndTheOperatorErase() {
        for (var token : List.of(TestTokens.owner(tenant), TestTokens.staff(tenant))) {
            assertThat(new Core(port, token).delete("/core/tenant").status()).isEqualTo(403);
            assertThat(new Core(port, token).get("/core/usage").status()).isEqualTo(200);
        }
        assertThat(new Core(port, TestTokens.operator()).delete("/core/tenant").status())
                .isEqualTo(400);
        assertThat(new Core(port, TestTokens.visitor(tenant)).get("/core/usage").status())
                .isEqualTo(403);
    }

    private void fill(Core as) {
        as.put("/v1/budgets", Map.of("limit", 7));
        as.store(base, UUID.randomUUID(), "one", "two");
        var second = UUID.randomUUID();
        as.put("/core/bases/" + second + "/model", Map.of("model", LETTERS));
        as.store(second, UUID.randomUUID(), "\u00fc");
        as.post("/v1/embeddings", Map.of("model", DEAR, "input", "0123456789"));
    }

    private List<Long> rows() {
        Supplier<List<Long>> counts =
                () ->
                        List.of(
                                        "chunk",
                                        "chunk_embedding",
                                        "base_model",
                                        "tenant_setting",
                                        "model_budget",
                                        "model_spend",
                                        "deleted_document")
                                .stream()
                                .map(table ->
                                        transactions.<Long>execute(_ ->
                                                jdbc.sql("select count(*) from " + table)
                                                        .query(Long.class)
                                                        .single()))
                                .toList();
        return tenancy.as(tenant, counts);
    }
}
