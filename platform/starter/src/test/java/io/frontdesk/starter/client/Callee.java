package io.frontdesk.starter.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A service that is called, and counts how often. */
public final class Callee implements AutoCloseable {
    private final HttpServer server;
    private final AtomicInteger requests = new AtomicInteger();
    private final CountDownLatch end = new CountDownLatch(1);

    private Callee(HttpServer server) {
        this.server = server;
    }

    public static Callee start() {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var callee = new Callee(HttpServer.create(address, 0));
            callee.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            callee.server.createContext("/", callee::handle);
            callee.server.start();
            return callee;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The setting that lets the fleet find this server under that name. */
    public String as(String service) {
        return instance(service, 0, server.getAddress().getPort());
    }

    public static String instance(String service, int index, int port) {
        return "spring.cloud.discovery.client.simple.instances.%s[%d].uri=http://localhost:%d"
                .formatted(service, index, port);
    }

    int port() {
        return server.getAddress().getPort();
    }

    int requests() {
        return requests.get();
    }

    /** A port of this machine where nobody listens. */
    public static int deadPort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        switch (exchange.getRequestURI().getPath()) {
            case "/silent" -> waitForTheEnd();
            case "/drop" -> exchange.close();
            case "/half" -> {
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, 100);
                exchange.getResponseBody().flush();
                waitForTheEnd();
            }
            case "/broken" -> answer(exchange, 500, "{}");
            case "/missing" -> answer(exchange, 404, "{\"title\":\"Not Found\"}");
            default -> answer(exchange, 200, seen(exchange));
        }
    }

    private static String seen(HttpExchange exchange) {
        var headers = exchange.getRequestHeaders();
        return "{\"authorization\":\"%s\",\"traceparent\":\"%s\"}"
                .formatted(headers.getFirst("Authorization"), headers.getFirst("traceparent"));
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        try (exchange) {
            var body = json.getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private void waitForTheEnd() throws IOException {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
    }
}
