package io.frontdesk.admincustomerrag.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.admincustomerrag.AdminApp;
import io.frontdesk.starter.tenancy.Tenancy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ErasureTest extends AdminApp {
    @Autowired private JdbcClient jdbc;
    @Autowired private Tenancy tenancy;
    @Autowired private PlatformTransactionManager transactions;
    @Autowired private EraseTenant eraseTenant;
    @Autowired private Erasures erasures;

    @Test
    void erasesEverythingAndKeepsAReceipt() throws Exception {
        content();
        var begun = erase();
        assertThat(begun.status()).as(begun.body()).isEqualTo(202);
        var receipt = done(begun.text("id"));

        assertThat(receipt.get("verified").booleanValue()).isTrue();
        assertThat(receipt.get("requestedBy").stringValue()).isEqualTo("operator");
        assertThat(receipt.at("/found/documents").intValue()).isEqualTo(2);
        assertThat(receipt.at("/removed/rag-knowledge-service/documents").intValue()).isEqualTo(2);
        assertThat(receipt.at("/removed/rag-core-service").has("chunks")).isTrue();
        assertThat(
                        receipt.at("/removed/admin-customer-rag-service/configurationVersions")
                                .intValue())
                .isEqualTo(2);
        assertThat(receipt.get("digest").stringValue()).isEqualTo(digest(receipt));

        assertThat(FLEET.shelves.of(tenant).documents()).isEmpty();
        assertThat(get(rag + "/configuration/versions").json().get("items")).isEmpty();
        assertThat(get(rag + "/configuration").json().at("/languages")).isEmpty();
        assertThat(get(rag + "/audit").body())
                .contains("configuration.changed", "erasure.requested", "erasure.completed");
        assertThat(put(rag + "/configuration", "{}").etag()).as("numbers go on").isEqualTo("\"3\"");
    }

    @Test
    void wantsTheTenantsIdOnceMore() {
        content();
        for (var body :
                new String[] {
                    "{\"confirmation\":\"yes\"}", "{\"confirmation\":\"" + UUID.randomUUID() + "\"}"
                }) {
            assertThat(post(rag + "/erasures", body).status()).isEqualTo(422);
        }
        assertThat(post(rag + "/erasures", "{}").status()).isEqualTo(400);
        assertThat(FLEET.shelves.of(tenant).documents()).hasSize(2);
    }

    @Test
    void waitsForAServiceThatIsAway() {
        content();
        FLEET.down.add("DELETE /core/tenant");
        var id = erase().text("id");
        patiently().until(() -> get(rag + "/erasures/" + id).text("step").equals("core"));
        assertThat(erase().text("id")).as("the one that runs").isEqualTo(id);
        FLEET.down.clear();
        assertThat(done(id).get("verified").booleanValue()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /knowledge/usage",
                "POST /knowledge/erasures",
                "GET /knowledge/erasures",
                "DELETE /core",
                "POST /api/knowledge/search"
            })
    void goesOnWhereItWasStopped(String stopped) throws Exception {
        content();
        FLEET.down.add(stopped);
        var id = UUID.randomUUID();
        tenancy.as(tenant, () -> erasures.begin(id, "operator"));
        assertThatThrownBy(() -> eraseTenant.advance(tenant, id)).isNotNull();
        FLEET.down.clear();
        resume(id);
        assertThat(eraseTenant.advance(tenant, id)).as("once done, done").isEmpty();
        var receipt = get(rag + "/erasures/" + id).json();
        assertThat(receipt.at("/removed/rag-knowledge-service/documents").intValue()).isEqualTo(2);
        assertThat(receipt.get("digest").stringValue()).isEqualTo(digest(receipt));
    }

    /** The process died after the call and before it was written down. */
    @ParameterizedTest
    @CsvSource({"knowledge-request", "knowledge-wait", "core", "own-rows", "verification"})
    void repeatsAStepWhoseEndWasLost(String step) {
        content();
        var id = UUID.randomUUID();
        tenancy.as(tenant, () -> erasures.begin(id, "operator"));
        var lost = Step.of(step);
        FLEET.down.add(
                switch (lost) {
                    case KNOWLEDGE_REQUEST -> "GET /knowledge/erasures";
                    case KNOWLEDGE_WAIT -> "DELETE /core";
                    default -> "POST /api/knowledge/search";
                });
        assertThatThrownBy(() -> eraseTenant.advance(tenant, id)).isNotNull();
        FLEET.down.clear();
        // Counts are written together with the step that follows.
        sql(
                "update erasure set step = '%s'%s"
                        .formatted(step, lost == Step.KNOWLEDGE_WAIT ? ", removed = '{}'" : ""));
        resume(id);
        var receipt = get(rag + "/erasures/" + id).json();
        assertThat(receipt.get("verified").booleanValue()).isTrue();
        assertThat(receipt.at("/found/documents").intValue()).isEqualTo(2);
        assertThat(receipt.at("/removed/rag-knowledge-service/documents").intValue()).isEqualTo(2);
    }

    @Test
    void removesWhatCameInMeanwhileInAnotherRound() {
        content();
        FLEET.down.add("POST /api/knowledge/search");
        var id = UUID.randomUUID();
        tenancy.as(tenant, () -> erasures.begin(id, "operator"));
        assertThatThrownBy(() -> eraseTenant.advance(tenant, id)).isNotNull();
        content();
        FLEET.down.clear();
        resume(id);
        var receipt = get(rag + "/erasures/" + id).json();
        assertThat(receipt.get("verified").booleanValue()).isTrue();
        assertThat(receipt.at("/removed/rag-knowledge-service/documents").intValue()).isEqualTo(4);
    }

    @Test
    void admitsWhatItCouldNotRemove() {
        content();
        FLEET.leaks.add("usage");
        FLEET.shelves.of(UUID.randomUUID()).addBase();
        var id = UUID.randomUUID();
        tenancy.as(tenant, () -> erasures.begin(id, "operator"));
        resume(id);
        assertThat(get(rag + "/erasures/" + id).json().get("verified").booleanValue()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"update erasure set digest = 'x'", "delete from erasure"})
    void neverChangesAReceipt(String forgery) {
        var id = UUID.randomUUID();
        tenancy.as(tenant, () -> erasures.begin(id, "operator"));
        resume(id);
        assertThatThrownBy(() -> sql(forgery)).isNotNull();
        assertThat(get(rag + "/erasures/" + id).text("digest")).hasSize(64);
    }

    private void content() {
        var shelf = FLEET.shelves.of(tenant);
        var base = shelf.addBase();
        shelf.addDocument(base, "the parking");
        shelf.addDocument(base, "the price");
        put(rag + "/configuration", "{\"languages\":[\"en\"]}");
        put(rag + "/configuration", "{\"languages\":[\"de\"]}");
    }

    private Answer erase() {
        return post(rag + "/erasures", "{\"confirmation\":\"" + tenant + "\"}");
    }

    private void resume(UUID id) {
        patiently().until(() -> eraseTenant.advance(tenant, id).isEmpty());
    }

    private JsonNode done(String id) {
        return patiently()
                .until(
                        () -> get(rag + "/erasures/" + id).json(),
                        receipt -> receipt.get("status").stringValue().equals("done"));
    }

    private void sql(String sql) {
        tenancy.as(
                tenant,
                () ->
                        new TransactionTemplate(transactions)
                                .executeWithoutResult(_ -> jdbc.sql(sql).update()));
    }

    /** As anybody can compute it who reads the receipt's description. */
    private static String digest(JsonNode receipt) throws Exception {
        var json = new JsonMapper();
        var fields =
                new TreeMap<>(
                        json.convertValue(receipt, new TypeReference<Map<String, Object>>() {}));
        fields.keySet().removeAll(List.of("digest", "status", "step"));
        var text = json.writeValueAsString(fields).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    }
}
