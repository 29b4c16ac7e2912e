package io.frontdesk.gateway.proxy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.frontdesk.gateway.Fleet;
import io.frontdesk.gateway.GatewayTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@GatewayTest
class StreamTest {
    private static final Semaphore GO_ON = new Semaphore(0);
    private static final HttpServer SERVICE = start();

    @DynamicPropertySource
    static void conversations(DynamicPropertyRegistry properties) {
        properties.add(
                "frontdesk.routes.route.conversations.uri",
                () -> "http://127.0.0.1:" + SERVICE.getAddress().getPort());
    }

    @AfterAll
    static void stop() {
        SERVICE.stop(0);
    }

    @Test
    void passesEachEventOnWhenItComes(@LocalServerPort int port) throws Exception {
        var answer =
                call(
                        port,
                        "/api/conversations/1/messages",
                        HttpResponse.BodyHandlers.ofInputStream());
        try (var events = new BufferedReader(new InputStreamReader(answer.body(), UTF_8))) {
            // The service sends the second event only after the first one has arrived here.
            assertThat(events.readLine()).isEqualTo("data: 1");
            GO_ON.release();
            assertThat(events.readLine()).isEmpty();
            assertThat(events.readLine()).isEqualTo("data: 2");
        }
    }

    @Test
    void breaksOffWhenTheServiceDoes(@LocalServerPort int port) {
        assertThatThrownBy(() ->
                        call(
                                port,
                                "/api/conversations/broken",
                                HttpResponse.BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);
    }

    private static <T> HttpResponse<T> call(
            int port, String path, HttpResponse.BodyHandler<T> handler)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Authorization", "Bearer " + Fleet.DEMO)
                        .header("Accept", "text/event-stream")
                        .build();
        return HttpClient.newHttpClient().send(request, handler);
    }

    private static HttpServer start() {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var server = HttpServer.create(address, 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/api/conversations/1", StreamTest::twoEvents);
            server.createContext("/api/conversations/broken", StreamTest::halfAnAnswer);
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void twoEvents(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("data: 1\n\n".getBytes(UTF_8));
            exchange.getResponseBody().flush();
            GO_ON.acquireUninterruptibly();
            exchange.getResponseBody().write("data: 2\n\n".getBytes(UTF_8));
        }
    }

    /** Sends a large part of a body of unknown length, and no end of it. */
    private static void halfAnAnswer(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write(new byte[100_000]);
        exchange.getResponseBody().flush();
        throw new IOException("broken on purpose");
    }
}
