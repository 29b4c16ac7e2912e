package io.frontdesk.calendarplugin.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A provider's place on a loopback port, with faults planned for the requests to come. */
public final class StandIn implements AutoCloseable {
    public static final JsonMapper JSON = JsonMapper.builder().build();

    /** How a request goes wrong. */
    public sealed interface Fault {
        /** This is answered and nothing done. */
        record Instead(Reply reply) implements Fault {}

        /** The work is done, then this is answered. */
        record After(Reply reply) implements Fault {}

        /** The work is done, and the connection ends within the answer. */
        record Cut() implements Fault {}

        /** The work is done, but no answer comes. */
        record Slow() implements Fault {}
    }

    /** What was asked. */
    public record Ask(
            String method,
            String path,
            Map<String, String> query,
            Map<String, String> headers,
            String body) {
        public JsonNode json() {
            return JSON.readTree(body);
        }

        public Map<String, String> form() {
            return parameters(body);
        }

        public String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    /** What is answered. */
    public record Reply(int status, String body, Map<String, String> headers) {
        public static Reply of(int status, Object body) {
            return new Reply(status, JSON.writeValueAsString(body), Map.of());
        }

        public static Reply empty(int status) {
            return new Reply(status, "", Map.of());
        }

        public Reply with(String header, String value) {
            var all = new TreeMap<>(headers);
            all.put(header, value);
            return new Reply(status, body, all);
        }
    }

    /** The provider's behaviour. */
    @FunctionalInterface
    public interface Routes {
        Reply answer(Ask ask);
    }

    private final HttpServer server;
    private final Routes routes;
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final List<Ask> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    public StandIn(Routes routes) {
        this.routes = routes;
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    public URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /** The next request goes wrong like this, the one after it like the next fault. */
    public void next(Fault fault) {
        faults.add(fault);
    }

    public List<Ask> asked() {
        return List.copyOf(asked);
    }

    public Ask last() {
        return asked.getLast();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var ask = read(exchange);
            asked.add(ask);
            send(exchange, ask, faults.poll());
        }
    }

    private void send(HttpExchange exchange, Ask ask, @Nullable Fault fault) throws IOException {
        switch (fault) {
            case null -> whole(exchange, answer(ask));
            case Fault.Instead instead -> whole(exchange, instead.reply());
            case Fault.After after -> {
                answer(ask);
                whole(exchange, after.reply());
            }
            case Fault.Cut cut -> {
                var bytes = answer(ask).body().getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, bytes.length + 10L);
                exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
                exchange.getResponseBody().flush();
            }
            case Fault.Slow slow -> {
                answer(ask);
                awaitEnd();
            }
        }
    }

    private void awaitEnd() {
        try {
            closed.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Reply answer(Ask ask) {
        synchronized (routes) {
            return routes.answer(ask);
        }
    }

    private static void whole(HttpExchange exchange, Reply reply) throws IOException {
        var bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    private static Ask read(HttpExchange exchange) throws IOException {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name, String.join(", ", values)));
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var uri = exchange.getRequestURI();
        return new Ask(
                exchange.getRequestMethod(),
                uri.getPath(),
                parameters(Objects.requireNonNullElse(uri.getRawQuery(), "")),
                headers,
                body);
    }

    private static Map<String, String> parameters(String text) {
        var parameters = new TreeMap<String, String>();
        for (var each : text.split("&", -1)) {
            var at = each.indexOf('=');
            if (at > 0) {
                parameters.put(decoded(each.substring(0, at)), decoded(each.substring(at + 1)));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
