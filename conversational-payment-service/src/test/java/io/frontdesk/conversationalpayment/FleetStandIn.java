package io.frontdesk.conversationalpayment;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers as the other services do, and writes down whatever they would refuse to be asked:
 * payment-service (commitments, payments, links, refunds, disputes), the calendar's offerings, and
 * the gateway's tokens for services.
 */
final class FleetStandIn {
    private static final JsonMapper JSON = new JsonMapper();

    /** What a caller did that the real service would not take. */
    final List<String> faults = new CopyOnWriteArrayList<>();

    /** Offerings by tenant-less id. */
    final Map<String, JsonNode> offerings = new ConcurrentHashMap<>();

    final AtomicBoolean paymentsDown = new AtomicBoolean();

    /** Refunds are made, but nobody hears of it. */
    final AtomicBoolean refundsUnheard = new AtomicBoolean();

    final AtomicInteger refundCalls = new AtomicInteger();
    final AtomicBoolean calendarDown = new AtomicBoolean();

    /** What happens around a charge; null: nothing but the charge. */
    final AtomicReference<@Nullable Function<Supplier<Reply>, Reply>> atCharge =
            new AtomicReference<>();

    final AtomicReference<String> chat = new AtomicReference<>("");
    final Till till = new Till(faults);

    private final HttpServer server;

    FleetStandIn() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** What is answered; a status of 0 breaks the connection. */
    record Reply(int status, @Nullable Object body) {
        static Reply problem(int status, String type) {
            return new Reply(
                    status,
                    Map.of("type", "urn:frontdesk:problem:" + type, "title", type, "detail", type));
        }
    }

    private void handle(com.sun.net.httpserver.HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var call = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
            Reply reply;
            try {
                reply = reply(exchange, call, body);
            } catch (RuntimeException broken) {
                faults.add(call + " " + body + ": " + broken);
                reply = Reply.problem(400, "stand-in");
            }
            if (reply.status() == 0) {
                return;
            }
            var bytes =
                    reply.body() == null
                            ? new byte[0]
                            : JSON.writeValueAsString(reply.body())
                                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private Reply reply(com.sun.net.httpserver.HttpExchange exchange, String call, String body) {
        if (call.equals("POST /oauth2/token")) {
            var tenant = body.replaceAll(".*tenant=([^&]*).*", "$1");
            return new Reply(200, Map.of("access_token", "service-" + tenant, "expires_in", 60));
        }
        if (call.startsWith("POST /v1/chat/completions")) {
            return chat.get().isEmpty()
                    ? Reply.problem(500, "no-model")
                    : new Reply(
                            200,
                            Map.of(
                                    "choices",
                                    List.of(
                                            Map.of(
                                                    "message",
                                                    Map.of(
                                                            "role",
                                                            "assistant",
                                                            "content",
                                                            chat.get())))));
        }
        if (call.startsWith("GET /api/calendar/offerings")) {
            return calendar(call);
        }
        if (paymentsDown.get()) {
            return Reply.problem(503, "down");
        }
        var json = body.isEmpty() ? JSON.createObjectNode() : JSON.readTree(body);
        var around = atCharge.get();
        Supplier<Reply> answer =
                () ->
                        till.reply(
                                call,
                                exchange.getRequestURI().getQuery(),
                                "" + exchange.getRequestHeaders().getFirst("Authorization"),
                                exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                                json);
        if (call.endsWith("/refunds")) {
            var made = answer.get();
            refundCalls.incrementAndGet();
            return refundsUnheard.get() ? new Reply(0, null) : made;
        }
        return around != null && call.equals("POST /api/payments")
                ? around.apply(answer)
                : answer.get();
    }

    private Reply calendar(String call) {
        if (calendarDown.get()) {
            return Reply.problem(503, "down");
        }
        if (call.endsWith("/offerings")) {
            return new Reply(200, Map.of("items", offerings.values()));
        }
        var found = offerings.get(call.substring(call.lastIndexOf('/') + 1));
        return found == null ? Reply.problem(404, "offering-not-found") : new Reply(200, found);
    }
}
