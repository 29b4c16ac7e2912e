package io.frontdesk.starter.identity;

import static io.frontdesk.starter.identity.GuardedService.GATEWAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What a caller with a valid token may do, and who it is taken for. */
class AcceptedTokensTest {
    private final RestTestClient client = GuardedService.client();

    @Test
    void knowsTheCallerByItsToken() {
        GuardedService.get("/identity", GATEWAY.sign(claims -> {}))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.subject")
                .isEqualTo("anna")
                .jsonPath("$.tenant")
                .isEqualTo(SigningGateway.TENANT.toString())
                .jsonPath("$.roles")
                .isEqualTo(List.of("staff"))
                .jsonPath("$.scopes.length()")
                .isEqualTo(2);
    }

    @Test
    void knowsAnOperatorWhoActsForNoTenant() {
        var token = GATEWAY.sign(AcceptedTokensTest::operator);
        GuardedService.get("/identity", token).expectStatus().isOk();
        GuardedService.get("/operators", token).expectStatus().isOk();
        GuardedService.get("/tenant", token)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:frontdesk:problem:tenant-required");
    }

    @Test
    void givesNoRolesOrScopesToATokenWithoutThem() {
        var token = GATEWAY.sign(claims -> claims.claim("roles", null).claim("scope", null));
        GuardedService.get("/identity", token)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.roles")
                .isEmpty()
                .jsonPath("$.scopes")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Tenant-Id", "X-User", "X-Forwarded-User", "X-Roles", "tenant"})
    void believesNoHeader(String header) {
        client.get()
                .uri("/tenant")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + GATEWAY.sign(claims -> {}))
                .header(header, UUID.randomUUID().toString())
                .exchange()
                .expectBody(UUID.class)
                .isEqualTo(SigningGateway.TENANT);
    }

    @Test
    void forbidsWhatTheRoleMayNotDo() {
        GuardedService.get("/operators", GATEWAY.sign(claims -> {}))
                .expectStatus()
                .isForbidden()
                .expectHeader()
                .contentType("application/problem+json;charset=UTF-8")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:frontdesk:problem:forbidden")
                .jsonPath("$.status")
                .isEqualTo(403)
                .jsonPath("$.traceId")
                .value(String.class, id -> assertThat(id).matches("[0-9a-f]{32}"))
                .jsonPath("$.instance")
                .doesNotExist()
                .jsonPath("$.properties")
                .doesNotExist();
    }

    @Test
    void mayDoWhatTheScopeAllows() {
        GuardedService.get("/writers", GATEWAY.sign(claims -> {})).expectStatus().isOk();
        var reader = GATEWAY.sign(claims -> claims.claim("scope", "knowledge:read"));
        GuardedService.get("/writers", reader).expectStatus().isForbidden();
    }

    @Test
    void opensPublicPathsToCallersWithoutAToken() {
        client.post().uri("/webhooks/stripe").exchange().expectStatus().isOk();
        client.get().uri("/webhooks/identity").exchange().expectStatus().isUnauthorized();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/health",
                "/actuator/health/liveness",
                "/actuator/health/readiness",
                "/actuator/prometheus",
                "/v3/api-docs"
            })
    void opensWhatOpsAndTheGatewayRead(String path) {
        client.get().uri(path).exchange().expectStatus().isOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/info", "/actuator/env", "/error", "/", "/webhooks2", "/v3"})
    void guardsEverythingElse(String path) {
        client.get().uri(path).exchange().expectStatus().isUnauthorized();
    }

    @Test
    void keepsNoSession() {
        GuardedService.get("/identity", GATEWAY.sign(claims -> {}))
                .expectHeader()
                .doesNotExist(HttpHeaders.SET_COOKIE);
    }

    private static void operator(JWTClaimsSet.Builder claims) {
        claims.claim("tenant", null).claim("roles", List.of("operator"));
    }
}
