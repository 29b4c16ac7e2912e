package io.frontdesk.ragknowledge.industry;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.ragknowledge.KnowledgeApp;
import io.frontdesk.ragknowledge.pack.Pack;
import io.frontdesk.ragknowledge.pack.PackSheet;
import io.frontdesk.ragknowledge.pack.Packs;
import io.frontdesk.ragknowledge.pack.ShippedPacks;
import io.frontdesk.ragknowledge.pack.Version;
import io.frontdesk.starter.tenancy.Tenancy;
import io.frontdesk.test.identity.TestTokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class PackChangesTest extends KnowledgeApp {

    private static final String INDUSTRIES = "/api/knowledge/industries";
    private static final String PATH = INDUSTRIES + "/dental-practice";
    private static final String FIRST = "{\"version\":\"1.0.0\"}";
    private static final List<String> TABLES =
            List.of(
                    "knowledge_base",
                    "document",
                    "fact",
                    "industry_refusal",
                    "industry_piece",
                    "evaluation_set",
                    "industry_installation");

    @Autowired private Packs packs;
    @Autowired private Tenancy tenancy;
    @Autowired private TransactionTemplate transaction;
    @Autowired private JdbcClient jdbc;

    private final UUID stranger = UUID.randomUUID();

    @Test
    void leavesOtherTenantsUntouched() {
        var installed = post(PATH + "/installations", FIRST).json();
        var theirs = asStranger("GET", INDUSTRIES, null).json().get("items");
        assertThat(theirs).hasSize(8);
        assertThat(theirs.findValues("installedVersion")).isEmpty();
        assertThat(asStranger("GET", PATH, null).json().at("/industry").has("installedVersion"))
                .isFalse();
        assertThat(asStranger("GET", PATH + "/installations", null).json().get("items")).isEmpty();
        assertThat(asStranger("DELETE", PATH + "/installation", null).status()).isEqualTo(404);
        for (var path : List.of("/api/knowledge/bases", "/api/knowledge/facts")) {
            assertThat(asStranger("GET", path, null).json().get("items")).as(path).isEmpty();
        }
        for (var id : installed.get("documents").findValuesAsString("id")) {
            var document = "/api/knowledge/documents/" + id;
            assertThat(asStranger("GET", document, null).status()).isEqualTo(404);
        }
        assertThat(asStranger("POST", PATH + "/installations", FIRST).status()).isEqualTo(202);
        assertThat(asStranger("DELETE", PATH + "/installation", null).status()).isEqualTo(200);
        assertThat(rows("document")).isEqualTo(6);
        assertThat(rows("fact")).isEqualTo(5);
        assertThat(post(PATH + "/installations", FIRST).json().get("id"))
                .isEqualTo(installed.get("id"));
        assertThat(get(INDUSTRIES + "/..%2Fetc").status()).isBetween(400, 404);
        assertThat(get(INDUSTRIES + "/no-such").status()).isEqualTo(404);
        assertThat(post(INDUSTRIES + "/no-such/installations", "{}").status()).isEqualTo(404);
        assertThat(post(PATH + "/installations", "{\"version\":\"1\"}").status()).isEqualTo(400);
        assertThat(post(PATH + "/installations", "{\"version\":\"9.9.9\"}").status())
                .isEqualTo(404);
    }

    @Test
    void installsAllOrNothing() {
        policy("{\"quotas\":{\"documents\":3}}");
        var refused = post(PATH + "/installations", FIRST);
        assertThat(refused.status()).as(refused.body()).isEqualTo(402);
        TABLES.forEach(table -> assertThat(rows(table)).as(table).isZero());
        policy("{}");
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> post(PATH + "/installations", FIRST).status() == 202);
        assertThat(rows("document")).isEqualTo(6);
    }

    @Test
    void isWholeOrGoneWhenInstallingAndRemovingRace() {
        for (int round = 0; round < 4; round++) {
            var install = CompletableFuture.supplyAsync(() -> post(PATH + "/installations", FIRST));
            var remove = CompletableFuture.supplyAsync(() -> delete(PATH + "/installation"));
            assertThat(install.join().status()).as(install.join().body()).isIn(200, 202);
            assertThat(remove.join().status()).as(remove.join().body()).isIn(200, 404);
            boolean there = rows("industry_installation") == 1;
            assertThat(rows("knowledge_base")).isEqualTo(there ? 1 : 0);
            assertThat(rows("document")).isEqualTo(there ? 6 : 0);
            assertThat(rows("fact")).isEqualTo(there ? 5 : 0);
            assertThat(rows("industry_refusal")).isEqualTo(there ? 5 : 0);
            assertThat(rows("industry_piece")).isEqualTo(there ? 11 : 0);
            assertThat(rows("evaluation_set")).isEqualTo(there ? 1 : 0);
        }
    }

    @Test
    void aChangedFactSurvivesUpgradeAndRemoval() {
        var path = INDUSTRIES + "/hair-salon";
        post(path + "/installations", FIRST);
        var fact = get("/api/knowledge/facts").json().at("/items/0");
        var changed = "/api/knowledge/facts/" + fact.get("id").stringValue();
        var body =
                "{\"kind\":\"duration\",\"subject\":%s,\"value\":\"PT77M\"}"
                        .formatted(fact.get("subject"));
        assertThat(put(changed, body).status()).isEqualTo(200);
        int before = rows("fact");
        offerNext("hair-salon");
        var upgraded = post(path + "/installations", "{\"version\":\"1.1.0\"}");
        assertThat(upgraded.status()).as(upgraded.body()).isEqualTo(202);
        assertThat(rows("fact")).isEqualTo(before);
        assertThat(get(changed).json().get("said").stringValue()).contains("17 minutes");
        var removal = delete(path + "/installation").json();
        assertThat(removal.at("/removed/facts").intValue()).isEqualTo(before - 1);
        assertThat(removal.get("kept").toString()).contains("\"fact\"");
        assertThat(get(changed).json().has("industry")).isFalse();
        assertThat(rows("fact")).isEqualTo(1);
        assertThat(post(path + "/installations", FIRST).status()).isEqualTo(202);
        assertThat(get(changed).json().get("inForce").booleanValue()).isTrue();
    }

    private void offerNext(String name) {
        var pack = packs.find(name, Version.of("1.0.0")).orElseThrow();
        var sheet = pack.sheet();
        var next =
                new PackSheet(
                        sheet.name(),
                        sheet.title(),
                        Version.of("1.1.0"),
                        sheet.languages(),
                        sheet.summary(),
                        sheet.catalogue());
        ShippedPacks.offer(
                packs, new Pack(next, pack.articles(), pack.refusals(), pack.questions()));
    }

    private Answer asStranger(String method, String path, @Nullable String body) {
        return send(
                TestTokens.owner(stranger),
                method,
                path,
                body == null ? null : BodyPublishers.ofString(body),
                "application/json");
    }

    private void policy(String configuration) {
        tenancy.as(
                tenant,
                () ->
                        transaction.executeWithoutResult(_ ->
                                jdbc.sql(
                                                """
                                                insert into knowledge_policy (version,
                                                    configuration, received_at)
                                                values (1, :policy::jsonb, now())
                                                on conflict (tenant_id) do update
                                                    set configuration = excluded.configuration
                                                """)
                                        .param("policy", configuration)
                                        .update()));
    }

    private int rows(String table) {
        return tenancy.<Integer>as(
                tenant,
                () ->
                        transaction.<Integer>execute(_ ->
                                jdbc.sql("select count(*) from " + table)
                                        .query((row, _) -> row.getInt(1))
                                        .single()));
    }
}
