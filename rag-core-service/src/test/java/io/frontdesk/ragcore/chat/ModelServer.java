package io.frontdesk.ragcore.chat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers as a provider of language models does, and misbehaves on demand. */
final class ModelServer implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    enum Mood {
        WELL,
        WITHOUT_USAGE,
        HANGS,
        GARBAGE,
        EMPTY,
        BUSY,
        BROKEN,
        TRUNCATED,
        ERROR_WITH_200,
        HUGE,
        DRIPS,
        STREAMS_FOR_EVER,
        STREAMS_SLOWLY_FOR_EVER,
        STREAMS_ONE_ENDLESS_LINE,
        STOPS_IN_MID_STREAM,
        HANGS_IN_MID_STREAM
    }

    final Queue<JsonNode> asked = new ConcurrentLinkedQueue<>();
    final AtomicInteger calls = new AtomicInteger();

    /** How many endless answers the caller has ended. */
    final AtomicInteger hungUp = new AtomicInteger();

    volatile Mood mood = Mood.WELL;
    private final HttpServer server;
    private final CountDownLatch closing = new CountDownLatch(1);

    ModelServer() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/chat/completions", exchange -> serve(exchange, false));
        server.createContext("/v1/messages", exchange -> serve(exchange, true));
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    private void serve(HttpExchange exchange, boolean anthropic) throws IOException {
        try (exchange) {
            var request = JSON.readTree(exchange.getRequestBody());
            asked.add(request);
            calls.incrementAndGet();
            if (request.path("stream").asBoolean(false)) {
                stream(exchange, anthropic);
            } else {
                whole(exchange, anthropic);
            }
        }
    }

    private void whole(HttpExchange exchange, boolean anthropic) throws IOException {
        switch (mood) {
            case HANGS -> hang();
            case GARBAGE -> answer(exchange, 200, "<html>not what you wanted");
            case BUSY -> answer(exchange, 429, "{\"error\":{\"message\":\"slow down\"}}");
            case BROKEN -> answer(exchange, 500, "{\"error\":{\"message\":\"oh no\"}}");
            case TRUNCATED -> answer(exchange, 200, completion("Hello", true).substring(0, 90));
            case ERROR_WITH_200 -> answer(exchange, 200, "{\"error\":{\"message\":\"oh\"}}");
            case HUGE, STREAMS_ONE_ENDLESS_LINE -> endless(exchange, " ".repeat(1 << 16), 0);
            case DRIPS -> endless(exchange, " ", 50);
            case EMPTY -> answer(exchange, 200, completion("", true));
            case WITHOUT_USAGE -> answer(exchange, 200, completion("Hello there", false));
            default ->
                    answer(
                            exchange,
                            200,
                            anthropic ? message("Hello there") : completion("Hello there", true));
        }
    }

    private void stream(HttpExchange exchange, boolean anthropic) throws IOException {
        if (mood == Mood.BUSY || mood == Mood.BROKEN) {
            answer(exchange, mood == Mood.BUSY ? 429 : 500, "{}");
            return;
        }
        if (mood == Mood.HANGS) {
            hang();
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        var out = exchange.getResponseBody();
        if (mood == Mood.STREAMS_ONE_ENDLESS_LINE) {
            endless(exchange, "data: x".repeat(1 << 13), 0);
        }
        if (mood == Mood.STREAMS_FOR_EVER || mood == Mood.STREAMS_SLOWLY_FOR_EVER) {
            endless(exchange, openAiEvents().get(1), mood == Mood.STREAMS_FOR_EVER ? 0 : 100);
        }
        if (mood == Mood.GARBAGE) {
            out.write("data: {{{{\n\n".getBytes(StandardCharsets.UTF_8));
            return;
        }
        var events = anthropic ? anthropicEvents() : openAiEvents();
        for (int i = 0; i < events.size(); i++) {
            if (i == 2 && mood == Mood.STOPS_IN_MID_STREAM) {
                return;
            }
            if (i == 2 && mood == Mood.HANGS_IN_MID_STREAM) {
                hang();
                return;
            }
            out.write(events.get(i).getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }

    private static List<String> openAiEvents() {
        var frame =
                "data: {\"id\":\"x\",\"object\":\"chat.completion.chunk\",\"created\":1,"
                        + "\"model\":\"m\",\"choices\":[%s]%s}\n\n";
        var said = "{\"index\":0,\"delta\":{\"content\":\"%s\"},\"finish_reason\":null}";
        return List.of(
                frame.formatted(
                        "{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\"}}", ""),
                frame.formatted(said.formatted("Hello"), ""),
                frame.formatted(said.formatted(" there"), ""),
                frame.formatted("{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}", ""),
                frame.formatted(
                        "",
                        ",\"usage\":{\"prompt_tokens\":10,\"completion_tokens\":2,\"total_tokens\":12}"),
                "data: [DONE]\n\n");
    }

    private static List<String> anthropicEvents() {
        return List.of(
                event(
                        "message_start",
                        "\"message\":{\"id\":\"m\",\"type\":\"message\",\"role\":\"assistant\","
                                + "\"model\":\"m\",\"content\":[],\"usage\":{\"input_tokens\":10,"
                                + "\"output_tokens\":1}}"),
                event(
                        "content_block_start",
                        "\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}"),
                event(
                        "content_block_delta",
                        "\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"Hello there\"}"),
                event("content_block_stop", "\"index\":0"),
                event(
                        "message_delta",
                        "\"delta\":{\"stop_reason\":\"end_turn\"},\"usage\":{\"output_tokens\":2}"),
                event("message_stop", "\"x\":0"));
    }

    private static String event(String type, String fields) {
        return "event: %s\ndata: {\"type\":\"%s\",%s}\n\n".formatted(type, type, fields);
    }

    private static String completion(String text, boolean usage) {
        return """
        {"id":"x","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,
        "message":{"role":"assistant","content":"%s"},"finish_reason":"stop"}]%s}
        """
                .formatted(
                        text,
                        usage
                                ? ",\"usage\":{\"prompt_tokens\":10,\"completion_tokens\":2,\"total_tokens\":12}"
                                : "");
    }

    private static String message(String text) {
        return """
        {"id":"m","type":"message","role":"assistant","model":"m","stop_reason":"end_turn",
        "content":[{"type":"text","text":"%s"}],"usage":{"input_tokens":10,"output_tokens":2}}
        """
                .formatted(text);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** Goes on until the caller hangs up. */
    private void endless(HttpExchange exchange, String part, long pause) throws IOException {
        if (exchange.getResponseCode() < 0) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
        }
        try {
            while (!closing.await(pause, TimeUnit.MILLISECONDS)) {
                exchange.getResponseBody().write(part.getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            hungUp.incrementAndGet();
        }
    }

    private void hang() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }
}
