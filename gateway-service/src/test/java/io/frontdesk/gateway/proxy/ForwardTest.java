package io.frontdesk.gateway.proxy;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.frontdesk.gateway.Fleet.SERVICES;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.frontdesk.gateway.Door;
import io.frontdesk.gateway.Fleet;
import io.frontdesk.gateway.GatewayTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class ForwardTest {
    private Door door;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        door = Door.open(port).with(Fleet.DEMO);
        SERVICES.resetAll();
        SERVICES.stubFor(
                any(anyUrl()).willReturn(aResponse().withStatus(200).withBody("from the service")));
    }

    @Test
    void passesAnAnswerOnAsItIs() {
        SERVICES.stubFor(
                any(anyUrl())
                        .willReturn(
                                aResponse()
                                        .withStatus(409)
                                        .withHeader("Content-Type", "application/problem+json")
                                        .withHeader("ETag", "\"7\"")
                                        .withHeader("X-Frame-Options", "DENY")
                                        .withHeader("Access-Control-Allow-Origin", "*")
                                        .withBody("{\"title\":\"Taken\"}")));

        var answer = door.get("/api/knowledge/bases");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).isEqualTo("{\"title\":\"Taken\"}");
        assertThat(answer.headers().allValues("ETag")).containsExactly("\"7\"");
        assertThat(answer.headers().allValues("X-Frame-Options")).containsExactly("DENY");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void replacesTheCredentialByASignedTokenOfAMinute() throws Exception {
        door.get("/api/knowledge/bases", "X-Tenant-Id", Fleet.TENANT.toString());

        var token = SignedJWT.parse(credentialOf(only()).substring("Bearer ".length()));
        var keys = JWKSet.parse(door.with(null).get("/oauth2/jwks").body());
        var key = keys.getKeyByKeyId(token.getHeader().getKeyID());
        var claims = token.getJWTClaimsSet();
        assertThat(token.verify(new ECDSAVerifier(key.toECKey()))).isTrue();
        assertThat(token.getHeader().getType()).hasToString("at+jwt");
        assertThat(claims.getIssuer()).isEqualTo("frontdesk-gateway");
        assertThat(claims.getAudience()).containsExactly("frontdesk-services");
        assertThat(claims.getStringClaim("tenant")).isEqualTo(Fleet.TENANT.toString());
        assertThat(claims.getStringListClaim("roles")).containsExactly("owner");
        assertThat(claims.getStringClaim("scope").split(" ")).contains("payments:refund");
        assertThat(claims.getJWTID()).isNotBlank();
        var life =
                Duration.between(
                        claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant());
        assertThat(life).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(60));
    }

    @Test
    void signsOnceForManyRequests() {
        door.get("/api/knowledge/bases");
        door.get("/api/knowledge/industries");

        assertThat(SERVICES.getAllServeEvents().stream().map(e -> credentialOf(e.getRequest())))
                .hasSize(2)
                .containsOnly(credentialOf(SERVICES.getAllServeEvents().getFirst().getRequest()));
    }

    @Test
    void tellsServicesNothingByWhichACallerCouldPassForTheGateway() {
        door.get(
                "/api/knowledge/bases",
                "Cookie",
                "JSESSIONID=console",
                "X-Forwarded-For",
                "10.0.0.1",
                "X-Forwarded-Host",
                "evil.example",
                "X-Frontdesk-Role",
                "operator",
                "Accept-Language",
                "de");

        var seen = only();
        assertThat(seen.containsHeader("Cookie")).isFalse();
        assertThat(seen.containsHeader("X-Frontdesk-Role")).isFalse();
        assertThat(seen.containsHeader("X-Tenant-Id")).isFalse();
        assertThat(seen.getHeader("X-Forwarded-For")).isEqualTo("127.0.0.1");
        assertThat(seen.getHeader("X-Forwarded-Host")).isEqualTo("localhost:" + door.port());
        assertThat(seen.getHeader("Accept-Language")).isEqualTo("de");
    }

    @Test
    void keepsPathQueryAndBodyAsTheyWereSent() {
        var path = "/api/knowledge/bases/a%20b?q=%C3%A9+x&q=2&empty=";
        door.send(
                "POST",
                path,
                BodyPublishers.ofString("a=1&b=2"),
                "Content-Type",
                "application/x-www-form-urlencoded");

        SERVICES.verify(postRequestedFor(urlEqualTo(path)).withRequestBody(equalTo("a=1&b=2")));
    }

    @Test
    void passesUploadsOnAsTheyAre() {
        var form =
                """
                --x\r
                Content-Disposition: form-data; name="file"; filename="a.md"\r
                Content-Type: text/markdown\r
                \r
                # Hello\r
                --x--\r
                """;
        door.send(
                "POST",
                "/api/knowledge/bases/1/documents",
                BodyPublishers.ofString(form),
                "Content-Type",
                "multipart/form-data; boundary=x");

        assertThat(only().getBodyAsString()).isEqualTo(form);
    }

    @Test
    void letsPublicOperationsThroughWithoutCredential() {
        var anyone = door.with(null);
        assertThat(anyone.post("/api/payments/webhooks/stripe", "{}").statusCode()).isEqualTo(200);
        assertThat(anyone.get("/api/calendar/feeds/abc.ics").statusCode()).isEqualTo(200);
        assertThat(anyone.post("/api/widgets/k/sessions", "{}").statusCode()).isEqualTo(200);
        assertThat(anyone.get("/widget.js").statusCode()).isEqualTo(200);
        assertThat(anyone.get("/api/calendar/connections/google/callback?code=1").statusCode())
                .isEqualTo(200);

        assertThat(SERVICES.getAllServeEvents())
                .allMatch(event -> !event.getRequest().containsHeader("Authorization"));
        assertThat(anyone.get("/api/widgets/k/sessions").statusCode()).isEqualTo(401);
        assertThat(anyone.get("/api/payments/webhooks/stripe").statusCode()).isEqualTo(401);
    }

    @Test
    void keepsASaneRequestIdAndReplacesAnother() {
        var kept = door.get("/api/knowledge/bases", "X-Request-Id", "abc-1.2_3");
        var replaced = door.get("/api/knowledge/bases", "X-Request-Id", "a b\"c");

        assertThat(kept.headers().allValues("X-Request-Id")).containsExactly("abc-1.2_3");
        SERVICES.verify(getRequestedFor(anyUrl()).withHeader("X-Request-Id", equalTo("abc-1.2_3")));
        assertThat(replaced.headers().firstValue("X-Request-Id").orElseThrow())
                .matches("[0-9a-f-]{36}");
    }

    @Test
    void continuesTheCallersTrace() {
        var trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        door.get("/api/knowledge/bases", "traceparent", "00-" + trace + "-00f067aa0ba902b7-01");

        assertThat(only().getHeader("traceparent")).contains(trace).doesNotContain("00f067aa");
    }

    @Test
    void hidesWhatIsNotForCallers() {
        for (var path : new String[] {"/core/search", "/actuator/env", "/api/nothing", "/x", "/"}) {
            var answer = door.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .isEqualTo("application/problem+json");
        }
        assertThat(SERVICES.getAllServeEvents()).isEmpty();
    }

    private static LoggedRequest only() {
        var events = SERVICES.getAllServeEvents();
        assertThat(events).hasSize(1);
        return events.getFirst().getRequest();
    }

    private static String credentialOf(LoggedRequest request) {
        return request.getHeader("Authorization");
    }
}
