package io.frontdesk.gateway.authentication;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static io.frontdesk.gateway.Door.json;
import static io.frontdesk.gateway.Fleet.SERVICES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontdesk.gateway.Door;
import io.frontdesk.gateway.Fleet;
import io.frontdesk.gateway.GatewayTest;
import io.frontdesk.test.identity.TestTokens;
import io.frontdesk.test.time.SettableClock;
import io.frontdesk.test.time.SettableTime;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
@SettableTime
class GateTest {
    private static final String PATH = "/api/knowledge/bases";

    @Autowired private SettableClock clock;
    private Door door;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        door = Door.open(port);
        SERVICES.resetAll();
        SERVICES.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(200)));
    }

    @Test
    void refusesWhatOpensNothing() {
        for (var credential :
                new String[] {
                    null,
                    "nonsense",
                    "fd_short",
                    "fd_" + "x".repeat(43),
                    TestTokens.owner(Fleet.TENANT),
                    TestTokens.forged(Fleet.TENANT),
                    TestTokens.unsigned(Fleet.TENANT),
                    TestTokens.ofAnotherIssuer(Fleet.TENANT)
                }) {
            var answer = door.with(credential).get(PATH);
            assertProblem(answer, 401, "unauthenticated");
            assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        }
        assertThat(SERVICES.getAllServeEvents()).isEmpty();
        awaitRefusal("no-credential", "unknown-key", "malformed-key", "unknown-issuer");
    }

    @Test
    void refusesATokenThatItGaveToServicesItself() {
        door.with(Fleet.DEMO).get(PATH);
        var internal =
                SERVICES.getAllServeEvents().getFirst().getRequest().getHeader("Authorization");

        assertProblem(
                door.with(internal.substring("Bearer ".length())).get(PATH),
                401,
                "unauthenticated");
    }

    @Test
    void refusesARevokedKeyAtOnce() {
        var key = door.newKey("");
        var holder = door.with(key.path("key").asString());
        assertThat(holder.get(PATH).statusCode()).isEqualTo(200);

        var owner = door.with(Fleet.DEMO);
        assertThat(owner.delete("/api/api-keys/" + key.path("id").asString()).statusCode())
                .isEqualTo(204);

        assertProblem(holder.get(PATH), 401, "unauthenticated");
        awaitRefusal("revoked-key");
    }

    @Test
    void refusesAnExpiredKeyAlsoWhileItIsRemembered() {
        var end = clock.instant().plus(Duration.ofHours(1));
        var key = door.newKey(",\"expiresAt\":\"" + end + "\"");
        var holder = door.with(key.path("key").asString());
        assertThat(holder.get(PATH).statusCode()).isEqualTo(200);

        clock.advance(Duration.ofHours(1));

        assertProblem(holder.get(PATH), 401, "unauthenticated");
        awaitRefusal("expired");
    }

    @Test
    void refusesWhatTheScopesDoNotAllow() {
        var visitor = door.with(door.newKey(",\"roles\":[\"visitor\"]").path("key").asString());
        var staff = door.with(door.newKey(",\"roles\":[\"staff\"]").path("key").asString());
        var narrow =
                door.with(door.newKey(",\"scopes\":[\"knowledge:read\"]").path("key").asString());

        assertThat(visitor.post("/api/knowledge/search", "{}").statusCode()).isEqualTo(200);
        assertProblem(visitor.get(PATH), 403, "forbidden");
        assertThat(staff.post(PATH, "{}").statusCode()).isEqualTo(200);
        assertThat(staff.post("/api/payments", "{}").statusCode()).isEqualTo(200);
        assertProblem(staff.post("/api/payments/1/refunds", "{}"), 403, "forbidden");
        assertProblem(staff.post("/api/payments/1/%72efunds", "{}"), 403, "forbidden");
        assertProblem(staff.get("/api/billing/plans"), 403, "forbidden");
        assertProblem(staff.get("/api/api-keys"), 403, "forbidden");
        assertThat(narrow.get(PATH).statusCode()).isEqualTo(200);
        assertProblem(narrow.post(PATH, "{}"), 403, "forbidden");
        assertProblem(door.with(Fleet.DEMO).get("/api/tenants"), 403, "forbidden");
        assertProblem(door.with(Fleet.DEMO).get("/api/fleet/services"), 403, "forbidden");
        awaitRefusal("missing-scope");
    }

    @Test
    void letsOperatorsAloneActForATenant() {
        var foreign = UUID.randomUUID().toString();
        var tenant = Fleet.TENANT.toString();
        var operator = door.with(Fleet.OPERATOR);
        var stranger = door.with(door.ownerOfNewTenant());

        var acting = json(operator.get("/api/me", "X-Tenant-Id", tenant));
        assertThat(acting.path("tenantId").asString()).isEqualTo(tenant);
        assertThat(json(operator.get("/api/me")).path("tenantId").isNull()).isTrue();
        assertProblem(operator.get(PATH, "X-Tenant-Id", foreign), 404, "no-such-tenant");
        assertProblem(operator.get(PATH, "X-Tenant-Id", "mine"), 400, "invalid-input");
        assertProblem(stranger.get(PATH, "X-Tenant-Id", tenant), 404, "no-such-tenant");
        awaitRefusal("foreign-tenant");
    }

    @Test
    void doesNotUnderstandAPathInTwoWays() {
        var owner = door.with(Fleet.DEMO);
        for (var path :
                new String[] {
                    "/api//knowledge",
                    "/api/knowledge/..;/x",
                    "/api/knowledge/%2e%2e/me",
                    "/api/a%2fb"
                }) {
            assertThat(owner.get(path).statusCode()).as(path).isIn(400, 404);
        }
        assertThat(SERVICES.getAllServeEvents()).isEmpty();
    }

    @Test
    void showsATenantItsOwnRefusalsOnly() {
        var stranger = door.with(door.ownerOfNewTenant());
        stranger.get("/api/tenants");
        door.with(Fleet.DEMO).get("/api/tenants");

        await().untilAsserted(() -> {
            var rows = json(stranger.get("/api/audit/refused-requests"));
            assertThat(rows.path("items").size()).isEqualTo(1);
        });
        var entries = json(stranger.get("/api/audit/entries")).path("items");
        assertThat(entries.valueStream().map(e -> e.path("action").asString()))
                .containsExactly("api-key.created", "tenant.created");
    }

    private void awaitRefusal(String... reasons) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(
                                        json(door.with(Fleet.OPERATOR)
                                                        .get(
                                                                "/api/audit/refused-requests?limit=200"))
                                                .path("items")
                                                .valueStream()
                                                .map(row -> row.path("reason").asString()))
                                .contains(reasons));
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String type) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        var problem = json(answer);
        assertThat(problem.path("type").asString()).isEqualTo("urn:frontdesk:problem:" + type);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("traceId").asString()).isNotBlank();
    }
}
