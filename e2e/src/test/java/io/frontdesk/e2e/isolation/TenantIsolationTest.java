package io.frontdesk.e2e.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.e2e.fleet.Caller;
import io.frontdesk.e2e.fleet.Fleet;
import io.frontdesk.e2e.fleet.FleetTest;
import io.frontdesk.e2e.fleet.Tenants;
import io.frontdesk.e2e.knowledge.KnowledgeBase;
import io.frontdesk.test.contract.ApiDocument;
import io.frontdesk.test.contract.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** One tenant tries every operation of every service on what is another's. */
@FleetTest
@TestInstance(Lifecycle.PER_CLASS)
class TenantIsolationTest {
    private Fleet fleet;
    private Belongings ours;
    private Belongings theirs;

    @BeforeAll
    void create(Fleet fleet) {
        this.fleet = fleet;
        var tenants = new Tenants(fleet);
        ours = Belongings.of(tenants, "Ours", "marmalade");
        theirs = Belongings.of(tenants, "Theirs", "quicksilver");
    }

    @AfterAll
    void requireThatNothingWasTouched() {
        assertThat(theirs.intact()).isTrue();
        assertThat(ours.intact()).isTrue();
    }

    @Test
    void findsItsOwnOfTwoLikeDocuments() {
        for (var one : List.of(ours, theirs)) {
            var hits =
                    one.tenant()
                            .owner()
                            .post(
                                    "/api/knowledge/search",
                                    Map.of("query", "code word for couriers", "topK", 50))
                            .expect(200)
                            .body()
                            .path("hits");
            assertThat(KnowledgeBase.items(hits))
                    .isNotEmpty()
                    .allMatch(hit -> hit.path("documentId").asString().equals(one.document()));
        }
    }

    @Test
    void getsNothingFromTheBaseOfAnother() {
        for (var mode : List.of("hybrid", "dense", "lexical")) {
            var answer =
                    ours.tenant()
                            .owner()
                            .post(
                                    "/api/knowledge/search",
                                    Map.of(
                                            "query",
                                            "code word for couriers",
                                            "baseIds",
                                            List.of(theirs.base().id()),
                                            "mode",
                                            mode));
            assertThat(theirs.showsIn(answer.text(), theirs.base().id())).isFalse();
        }
        var answer =
                ours.tenant()
                        .owner()
                        .post(
                                "/api/knowledge/answers",
                                Map.of(
                                        "question",
                                        "What is the code word for couriers?",
                                        "baseIds",
                                        List.of(theirs.base().id())));
        assertThat(theirs.showsIn(answer.text(), theirs.base().id())).isFalse();
    }

    @Test
    void cannotTakeAnotherTenantByHeader() {
        var owner = ours.tenant().owner();

        var answer =
                owner.send(
                        owner.request("/api/knowledge/documents/" + theirs.document())
                                .header("X-Tenant-Id", theirs.tenant().id())
                                .GET());

        assertThat(answer.status()).isIn(403, 404);
    }

    /** Those that change or delete come first on the other's ids, and must not have worked. */
    @Test
    void knowsNoIdOfAnotherInAnyOperation() {
        SoftAssertions.assertSoftly(softly -> {
            for (var operation : operations()) {
                if (!operation.path().contains("{")) {
                    continue;
                }
                for (var id : theirs.ids()) {
                    var path = operation.path().replaceAll("\\{[^}]*}", id);
                    var answer = call(operation, path, "{}");
                    softly.assertThat(answer.status())
                            .as("%s with %s: %s", operation, id, answer.text())
                            .isGreaterThanOrEqualTo(400);
                    softly.assertThat(theirs.showsIn(answer.text(), path))
                            .as("%s with %s: %s", operation, id, answer.text())
                            .isFalse();
                }
            }
        });
    }

    @Test
    void seesNothingOfAnotherInAnyList() {
        SoftAssertions.assertSoftly(softly -> {
            for (var operation : operations()) {
                if (operation.path().contains("{") || !operation.method().equals("GET")) {
                    continue;
                }
                var answer = call(operation, operation.path(), "");
                softly.assertThat(theirs.showsIn(answer.text(), operation.path()))
                        .as("%s: %s", operation, answer.text())
                        .isFalse();
            }
        });
    }

    private List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        for (var service : fleet.services()) {
            var document = new Caller(fleet.gateway(), null).get("/v3/api-docs/" + service);
            operations.addAll(
                    ApiDocument.parse(document.expect(200).text()).operations().stream()
                            .filter(operation -> !operation.onlyStreams())
                            .toList());
        }
        assertThat(operations).hasSizeGreaterThan(10);
        return operations;
    }

    private Caller.Answer call(Operation operation, String path, String json) {
        return ours.tenant().owner().call(operation.method(), path, json);
    }
}
