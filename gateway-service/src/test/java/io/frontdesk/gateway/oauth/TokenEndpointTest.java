package io.frontdesk.gateway.oauth;

import static io.frontdesk.gateway.Door.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.frontdesk.gateway.Door;
import io.frontdesk.gateway.Fleet;
import io.frontdesk.gateway.GatewayTest;
import io.frontdesk.gateway.access.Secrets;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class TokenEndpointTest {
    private static final String CLIENT_CREDENTIALS = "grant_type=client_credentials";

    private Door door;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        door = Door.open(port);
    }

    @Test
    void givesAServiceATokenForATenantThatServicesAccept() throws Exception {
        var answer = service("&tenant=" + Fleet.TENANT);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(json(answer).path("expires_in").asInt()).isBetween(50, 60);
        var claims = verified(answer);
        assertThat(claims.getIssuer()).isEqualTo("frontdesk-gateway");
        assertThat(claims.getAudience()).containsExactly("frontdesk-services");
        assertThat(claims.getStringListClaim("roles")).containsExactly("service");
        assertThat(claims.getStringClaim("tenant")).isEqualTo(Fleet.TENANT.toString());
        assertThat(verified(service("")).getClaim("tenant")).isNull();
    }

    @Test
    void refusesAServiceTokenAtTheDoor() {
        var token = json(service("")).path("access_token").asString();

        assertThat(door.with(token).get("/api/me").statusCode()).isEqualTo(401);
    }

    @Test
    void refusesAServiceThatCannotProveItself() {
        assertThat(token("payment-service", "wrong", "").statusCode()).isEqualTo(401);
        assertThat(service("&tenant=mine").statusCode()).isEqualTo(400);
        assertThat(token("payments", Secrets.ofService(Fleet.SECRET, "payments"), "").statusCode())
                .isEqualTo(401);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(
                                        door.with(Fleet.OPERATOR)
                                                .get("/api/audit/refused-requests")
                                                .body())
                                .contains("wrong-client-secret"));
    }

    @Test
    void givesAClientOfATenantATokenForTheGatewayOnly() throws Exception {
        var client =
                json(
                        door.with(Fleet.DEMO)
                                .post(
                                        "/api/oauth-clients",
                                        "{\"name\":\"erp\",\"scopes\":[\"keys:read\",\"data:read\"]}"));
        var id = client.path("clientId").asString();
        var secret = client.path("clientSecret").asString();

        var all = token(id, secret, "");
        var claims = verified(all);
        assertThat(claims.getAudience()).containsExactly("http://localhost:8000");
        assertThat(claims.getIssuer()).isEqualTo("http://localhost:8000");
        var holder = door.with(json(all).path("access_token").asString());
        var me = json(holder.get("/api/me"));
        assertThat(me.path("tenantId").asString()).isEqualTo(Fleet.TENANT.toString());
        assertThat(me.path("scopes").valueStream().map(scope -> scope.asString()))
                .containsExactly("data:read", "keys:read");
        assertThat(holder.get("/api/api-keys").statusCode()).isEqualTo(200);
        assertThat(holder.post("/api/api-keys", "{}").statusCode()).isEqualTo(403);

        var narrow = json(token(id, secret, "&scope=data:read")).path("access_token").asString();
        assertThat(door.with(narrow).get("/api/api-keys").statusCode()).isEqualTo(403);
        assertThat(token(id, secret, "&scope=billing:write").statusCode()).isEqualTo(400);

        door.with(Fleet.DEMO).delete("/api/oauth-clients/" + id);
        assertThat(holder.get("/api/me").statusCode()).isEqualTo(401);
        assertThat(token(id, secret, "").statusCode()).isEqualTo(401);
    }

    @Test
    void describesItself() {
        var metadata = json(door.get("/.well-known/openid-configuration"));

        assertThat(metadata.path("issuer").asString()).isEqualTo("http://localhost:8000");
        assertThat(metadata.path("jwks_uri").asString())
                .isEqualTo("http://localhost:8000/oauth2/jwks");
        assertThat(metadata.path("id_token_signing_alg_values_supported").toString()).isNotEmpty();
    }

    private HttpResponse<String> service(String parameters) {
        var secret = Secrets.ofService(Fleet.SECRET, "payment-service");
        return token("payment-service", secret, parameters);
    }

    private HttpResponse<String> token(String client, String secret, String parameters) {
        var basic = (client + ":" + secret).getBytes(StandardCharsets.UTF_8);
        return door.send(
                "POST",
                "/oauth2/token",
                BodyPublishers.ofString(CLIENT_CREDENTIALS + parameters),
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(basic));
    }

    private JWTClaimsSet verified(HttpResponse<String> answer) throws Exception {
        var token = SignedJWT.parse(json(answer).path("access_token").asString());
        var keys = JWKSet.parse(door.get("/oauth2/jwks").body());
        var key = keys.getKeyByKeyId(token.getHeader().getKeyID()).toECKey();
        assertThat(token.getHeader().getAlgorithm()).hasToString("ES256");
        assertThat(token.verify(new ECDSAVerifier(key))).isTrue();
        return token.getJWTClaimsSet();
    }
}
