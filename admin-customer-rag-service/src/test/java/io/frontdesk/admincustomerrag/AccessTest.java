package io.frontdesk.admincustomerrag;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.test.contract.ApiDocument;
import io.frontdesk.test.contract.Operation;
import io.frontdesk.test.identity.TestTokens;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AccessTest extends AdminApp {
    private final UUID stranger = UUID.randomUUID();

    @Test
    void isForOperatorsAlone() {
        var tokens =
                Map.of(
                        "owner", TestTokens.owner(tenant),
                        "staff", TestTokens.staff(tenant),
                        "visitor", TestTokens.visitor(tenant),
                        "service", TestTokens.service(tenant),
                        "nobody", "");
        var softly = new SoftAssertions();
        int tried = 0;
        for (var operation : operations()) {
            for (var token : tokens.entrySet()) {
                var answer =
                        send(
                                token.getValue(),
                                operation.method(),
                                path(operation, tenant, UUID.randomUUID().toString()),
                                body(operation));
                softly.assertThat(answer.status())
                        .as(token.getKey() + " " + operation)
                        .isEqualTo(token.getKey().equals("nobody") ? 401 : expected(operation));
                tried++;
            }
        }
        softly.assertAll();
        assertThat(tried).isGreaterThanOrEqualTo(85);
        assertThat(FLEET.calls).isEmpty();
    }

    @Test
    void showsNothingOfOneTenantUnderAnother() {
        put(rag + "/configuration", "{\"persona\":{\"name\":\"Mia\"}}");
        get(rag + "/usage");
        var report = post(rag + "/isolation", "").text("id");
        var erasure = post(rag + "/erasures", "{\"confirmation\":\"" + tenant + "\"}").text("id");
        var other = rag(stranger);

        assertThat(get(other + "/configuration").etag()).isEqualTo("\"0\"");
        assertThat(get(other + "/configuration").body()).doesNotContain("Mia");
        assertThat(get(other + "/configuration/versions").json().get("items")).isEmpty();
        assertThat(get(other + "/configuration/versions/1").status()).isEqualTo(404);
        assertThat(get(other + "/configuration/diff?from=0&to=1").status()).isEqualTo(404);
        assertThat(post(other + "/configuration/rollback", "{\"version\":1}").status())
                .isEqualTo(404);
        assertThat(get(other + "/audit").json().get("items")).isEmpty();
        assertThat(get(other + "/usage/history").json().get("items")).isEmpty();
        assertThat(get(other + "/erasures/" + erasure).status()).isEqualTo(404);
        assertThat(post(other + "/isolation", "").text("id")).isNotEqualTo(report);
        assertThat(post(other + "/erasures", "{\"confirmation\":\"" + stranger + "\"}").text("id"))
                .isNotEqualTo(erasure);
    }

    @Test
    void actsForTheTenantOfThePathWhateverTheOperatorsTokenSays() {
        for (var token : List.of(TestTokens.operator(tenant), TestTokens.operator(stranger))) {
            assertThat(send(token, "GET", rag + "/usage", null).status()).isEqualTo(200);
            var put = send(token, "PUT", rag + "/configuration", "{\"languages\":[\"en\"]}");
            assertThat(put.etag()).isEqualTo("\"1\"");
        }
        assertThat(get(rag(stranger) + "/configuration").etag()).isEqualTo("\"0\"");
    }

    private List<Operation> operations() {
        return ApiDocument.parse(send("", "GET", "/v3/api-docs", null).body()).operations();
    }

    /** An import is no JSON, which is told to everybody. */
    private static int expected(Operation operation) {
        return operation.path().endsWith("/import") ? 415 : 403;
    }

    private static String path(Operation operation, UUID tenant, String id) {
        var path =
                operation
                        .path()
                        .replace("{tenantId}", tenant.toString())
                        .replace("{version}", "1")
                        .replaceAll("\\{[^}]*}", id);
        return path.endsWith("/diff") ? path + "?from=0&to=0" : path;
    }

    private static @Nullable String body(Operation operation) {
        return switch (operation.method()) {
            case "PUT" -> "{}";
            case "POST" ->
                    operation.path().endsWith("/rollback")
                            ? "{\"version\":1}"
                            : "{\"confirmation\":\"x\"}";
            default -> null;
        };
    }
}
