package io.frontdesk.starter.identity;

import static io.frontdesk.starter.identity.GuardedService.GATEWAY;
import static io.frontdesk.starter.identity.SigningGateway.claims;
import static io.frontdesk.starter.identity.SigningGateway.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Credentials that no service may believe. */
class RefusedTokensTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final ECKey STRANGER = SigningGateway.key("first");

    static Stream<Arguments> tokens() throws JOSEException {
        var valid = GATEWAY.sign(claims -> {});
        var key = GATEWAY.key();
        return Stream.of(
                argumentSet("garbage", "garbage"),
                argumentSet("an API key", "fd_0123456789"),
                argumentSet("three dots", "a.b.c"),
                argumentSet(
                        "a changed signature", valid.substring(0, valid.length() - 6) + "AAAAAA"),
                argumentSet("no signature", valid.substring(0, valid.lastIndexOf('.') + 1)),
                argumentSet("algorithm none", new PlainJWT(claims().build()).serialize()),
                argumentSet("HS256 with the public key", hmac(key)),
                argumentSet(
                        "a stranger's key of the same id",
                        SigningGateway.sign(header("first"), claims().build(), STRANGER)),
                argumentSet("a stranger's key in the header", embedded(STRANGER)),
                argumentSet(
                        "an unknown key id",
                        SigningGateway.sign(header("unknown"), claims().build(), STRANGER)),
                argumentSet("type JWT", typed("JWT")),
                argumentSet("type absent", typed(null)),
                argumentSet("expired", expiring(Duration.ofSeconds(-10))),
                argumentSet("without an end", GATEWAY.sign(c -> c.expirationTime(null))),
                argumentSet(
                        "not yet valid",
                        GATEWAY.sign(c -> c.notBeforeTime(at(Duration.ofSeconds(30))))),
                argumentSet("another issuer", GATEWAY.sign(c -> c.issuer("frontdesk-gateway2"))),
                argumentSet("no issuer", GATEWAY.sign(c -> c.issuer(null))),
                argumentSet("another audience", GATEWAY.sign(c -> c.audience("console"))),
                argumentSet("no audience", GATEWAY.sign(c -> c.audience(List.of()))),
                argumentSet("no subject", GATEWAY.sign(c -> c.subject(null))),
                argumentSet("a tenant that is none", GATEWAY.sign(c -> c.claim("tenant", "x"))),
                argumentSet("a short tenant", GATEWAY.sign(c -> c.claim("tenant", "1-1-1-1-1"))),
                argumentSet(
                        "many tenants",
                        GATEWAY.sign(c -> c.claim("tenant", List.of(SigningGateway.TENANT)))));
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void refusesAToken(String token) {
        refused(GuardedService.get("/identity", token));
    }

    @Test
    void refusesACallerWithoutAToken() {
        refused(GuardedService.client().get().uri("/identity").exchange());
    }

    @Test
    void refusesATokenOutsideOfTheHeader() {
        var token = GATEWAY.sign(claims -> {});
        refused(GuardedService.client().get().uri("/identity?access_token=" + token).exchange());
        refused(
                GuardedService.client()
                        .get()
                        .uri("/identity")
                        .header(HttpHeaders.AUTHORIZATION, "Basic " + token)
                        .exchange());
    }

    private static void refused(ResponseSpec response) {
        var body =
                response.expectStatus()
                        .isUnauthorized()
                        .expectHeader()
                        .valueEquals(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                        .expectHeader()
                        .contentType("application/problem+json;charset=UTF-8")
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody();
        assertThat(body)
                .contains("urn:frontdesk:problem:unauthenticated", "\"traceId\":\"")
                .doesNotContain("JWT", "signature", "expired", "issuer", "kid");
    }

    private static String expiring(Duration fromNow) {
        return GATEWAY.sign(claims -> claims.expirationTime(at(fromNow)));
    }

    private static Date at(Duration fromNow) {
        return Date.from(CLOCK.instant().plus(fromNow));
    }

    private static String typed(@org.jspecify.annotations.Nullable String type) {
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("first");
        if (type != null) {
            header.type(new JOSEObjectType(type));
        }
        return SigningGateway.sign(header.build(), claims().build(), GATEWAY.key());
    }

    private static String embedded(ECKey key) {
        var header =
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .jwk(key.toPublicJWK())
                        .type(new JOSEObjectType("at+jwt"))
                        .build();
        return SigningGateway.sign(header, claims().build(), key);
    }

    /** The classic confusion of algorithms: the published key as a shared secret. */
    private static String hmac(ECKey key) throws JOSEException {
        var header =
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .keyID("first")
                        .type(new JOSEObjectType("at+jwt"))
                        .build();
        JWTClaimsSet claims = claims().build();
        var token = new SignedJWT(header, claims);
        token.sign(new MACSigner(key.toECPublicKey().getEncoded()));
        return token.serialize();
    }
}
