package io.frontdesk.test.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The two identity endpoints of the gateway that services use: keys, and tokens for services. */
final class TestIssuer {
    private TestIssuer() {}

    static String url() {
        return Holder.URL;
    }

    private static String start() {
        try {
            var loopback = InetAddress.getLoopbackAddress();
            var server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            var keys = new JWKSet(TestTokens.KEY).toString(true);
            server.createContext("/oauth2/jwks", exchange -> answer(exchange, keys));
            server.createContext("/oauth2/token", TestIssuer::token);
            server.start();
            return "http://localhost:" + server.getAddress().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void token(HttpExchange exchange) throws IOException {
        var form = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        var token = TestTokens.service(tenant(form));
        answer(
                exchange,
                "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":60}"
                        .formatted(token));
    }

    private static @Nullable UUID tenant(String form) {
        return Stream.of(form.split("&"))
                .filter(field -> field.startsWith("tenant="))
                .map(field -> URLDecoder.decode(field.substring("tenant=".length()), UTF_8))
                .filter(tenant -> !tenant.isEmpty())
                .map(UUID::fromString)
                .findFirst()
                .orElse(null);
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        try (exchange) {
            var body = json.getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** Starts the server at first use; its threads end with the JVM. */
    private static final class Holder {
        static final String URL = start();
    }
}
