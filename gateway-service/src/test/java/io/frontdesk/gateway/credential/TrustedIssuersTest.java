package io.frontdesk.gateway.credential;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static io.frontdesk.gateway.Fleet.SERVICES;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.frontdesk.gateway.Door;
import io.frontdesk.gateway.Fleet;
import io.frontdesk.gateway.GatewayTest;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@GatewayTest
class TrustedIssuersTest {
    private static final String ISSUER = "https://login.example.com";
    private static final ECKey KEY = key();

    @Autowired private Clock clock;
    private Door door;

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry properties) {
        var issuer = "frontdesk.identity-providers.trusted[0].";
        properties.add(issuer + "issuer", () -> ISSUER);
        properties.add(issuer + "audience", () -> "frontdesk");
        properties.add(issuer + "jwks-uri", () -> SERVICES.baseUrl() + "/keys");
    }

    @BeforeEach
    void connect(@LocalServerPort int port) {
        door = Door.open(port);
        SERVICES.resetAll();
        SERVICES.stubFor(get("/keys").willReturn(okJson(new JWKSet(KEY).toString(true))));
    }

    @Test
    void takesTheTenantAndNoMoreThanTheAllowedRolesFromTheToken() {
        var me = Door.json(door.with(token(claims -> {})).get("/api/me"));

        assertThat(me.path("tenantId").asString()).isEqualTo(Fleet.TENANT.toString());
        assertThat(me.path("roles").toString()).isEqualTo("[\"staff\"]");
        assertThat(me.path("subject").asString()).isEqualTo(ISSUER + "|ann");
    }

    @Test
    void refusesWhatIsNotForUs() {
        var end = Date.from(clock.instant().minus(Duration.ofMinutes(5)));
        assertRefused(claims -> claims.audience("another-app"));
        assertRefused(claims -> claims.expirationTime(end));
        assertRefused(claims -> claims.issuer("https://evil.example.com"));
        assertRefused(claims -> claims.claim("roles", List.of("operator")));
        assertRefused(claims -> claims.claim("tenant", UUID.randomUUID().toString()));
        assertRefused(claims -> claims.claim("tenant", null));
    }

    private void assertRefused(Consumer<JWTClaimsSet.Builder> change) {
        assertThat(door.with(token(change)).get("/api/me").statusCode()).isEqualTo(401);
    }

    private String token(Consumer<JWTClaimsSet.Builder> change) {
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(ISSUER)
                        .audience("frontdesk")
                        .subject("ann")
                        .claim("tenant", Fleet.TENANT.toString())
                        .claim("roles", List.of("staff", "owner", "operator"))
                        .expirationTime(Date.from(clock.instant().plus(Duration.ofMinutes(5))));
        change.accept(claims);
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(KEY.getKeyID()).build();
        var token = new SignedJWT(header, claims.build());
        try {
            token.sign(new ECDSASigner(KEY));
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID("theirs")
                    .algorithm(JWSAlgorithm.ES256)
                    .generate();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
