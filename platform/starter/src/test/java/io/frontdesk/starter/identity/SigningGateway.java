package io.frontdesk.starter.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** What services see of the gateway: its keys, and tokens for their own work. */
public final class SigningGateway {
    public static final UUID TENANT = UUID.fromString("01930000-0000-7000-8000-00000000000a");

    private static final Clock CLOCK = Clock.systemUTC();

    private final ECKey key = key("first");
    private final HttpServer server;
    private final AtomicInteger keyRequests = new AtomicInteger();
    private final List<String> tokenRequests = new CopyOnWriteArrayList<>();
    private volatile List<JWK> published = List.of(key.toPublicJWK());
    private volatile int status = 200;

    private SigningGateway(HttpServer server) {
        this.server = server;
    }

    public static SigningGateway start() {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var gateway = new SigningGateway(HttpServer.create(address, 0));
            gateway.server.createContext("/oauth2/jwks", gateway::keys);
            gateway.server.createContext("/oauth2/token", gateway::token);
            gateway.server.start();
            return gateway;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void stop() {
        server.stop(0);
    }

    /** From now on both endpoints answer with that status. */
    public void answerWith(int newStatus) {
        status = newStatus;
    }

    void publish(ECKey... keys) {
        published = List.of(keys).stream().<JWK>map(ECKey::toPublicJWK).toList();
    }

    public String keysUrl() {
        return url() + "/oauth2/jwks";
    }

    public String tokenUrl() {
        return url() + "/oauth2/token";
    }

    private String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    ECKey key() {
        return key;
    }

    int keyRequests() {
        return keyRequests.get();
    }

    /** Authorization header and form of every request for a token. */
    public List<String> tokenRequests() {
        return tokenRequests;
    }

    static ECKey key(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static JWTClaimsSet.Builder claims() {
        var now = CLOCK.instant();
        return new JWTClaimsSet.Builder()
                .issuer("frontdesk-gateway")
                .audience("frontdesk-services")
                .subject("anna")
                .claim("tenant", TENANT.toString())
                .claim("roles", List.of("staff"))
                .claim("scope", "knowledge:read knowledge:write")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofMinutes(1))))
                .jwtID(UUID.randomUUID().toString());
    }

    /** A valid token of a tenant's staff, changed as the test wishes. */
    public String sign(Consumer<JWTClaimsSet.Builder> change) {
        var claims = claims();
        change.accept(claims);
        return sign(header("first"), claims.build(), key);
    }

    static JWSHeader header(String keyId) {
        return new JWSHeader.Builder(JWSAlgorithm.ES256)
                .keyID(keyId)
                .type(new JOSEObjectType("at+jwt"))
                .build();
    }

    static String sign(JWSHeader header, JWTClaimsSet claims, ECKey signer) {
        try {
            var token = new SignedJWT(header, claims);
            token.sign(new ECDSASigner(signer));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void keys(HttpExchange exchange) throws IOException {
        keyRequests.incrementAndGet();
        answer(exchange, new JWKSet(published).toString(true));
    }

    private void token(HttpExchange exchange) throws IOException {
        var form = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        tokenRequests.add(exchange.getRequestHeaders().getFirst("Authorization") + " " + form);
        answer(
                exchange,
                "{\"access_token\":\"own-%d\",\"token_type\":\"Bearer\",\"expires_in\":60}"
                        .formatted(tokenRequests.size()));
    }

    private void answer(HttpExchange exchange, String json) throws IOException {
        try (exchange) {
            var body = json.getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
