package io.frontdesk.ragcore.embedding;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Embeds by letters, as an OpenAI-compatible endpoint does, and misbehaves on demand. */
public final class EmbeddingServer implements AutoCloseable {
    public static final int DIMENSION = 16;
    private static final JsonMapper JSON = new JsonMapper();

    /** How it behaves. */
    public enum Mood {
        WELL,
        HANGS,
        DRIPS,
        GARBAGE,
        TRUNCATED,
        ERROR_WITH_200,
        HALF,
        WRONG_DIMENSION,
        ZERO,
        REVERSED,
        BROKEN,
        BUSY,
        HUGE
    }

    /** Every text that was embedded. */
    public final Queue<String> texts = new ConcurrentLinkedQueue<>();

    public final AtomicInteger calls = new AtomicInteger();
    public volatile Mood mood = Mood.WELL;

    /** How many calls are still as {@link #mood} says before one is as {@link #once}. */
    public final AtomicInteger wellFor = new AtomicInteger(-1);

    public volatile Mood once = Mood.BROKEN;

    /** Before each answer, in milliseconds. */
    public volatile long delay;

    private final HttpServer server;
    private final CountDownLatch closing = new CountDownLatch(1);

    public EmbeddingServer() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/embeddings", this::serve);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var input =
                    JSON.readTree(exchange.getRequestBody())
                            .path("input")
                            .valueStream()
                            .map(JsonNode::asString)
                            .toList();
            calls.incrementAndGet();
            await(delay);
            var now = wellFor.get() >= 0 && wellFor.getAndDecrement() <= 0 ? once : mood;
            switch (now) {
                case WELL -> answer(exchange, 200, vectors(input, DIMENSION, true));
                case HANGS -> hang();
                case DRIPS -> drip(exchange);
                case GARBAGE -> answer(exchange, 200, "<html>hello</html>");
                case TRUNCATED ->
                        answer(exchange, 200, vectors(input, DIMENSION, false).substring(0, 60));
                case ERROR_WITH_200 -> answer(exchange, 200, "{\"error\":{\"message\":\"no\"}}");
                case HALF ->
                        answer(
                                exchange,
                                200,
                                vectors(input.subList(0, input.size() / 2), DIMENSION, false));
                case WRONG_DIMENSION -> answer(exchange, 200, vectors(input, 3, false));
                case ZERO ->
                        answer(
                                exchange,
                                200,
                                vectors(input.stream().map(_ -> "").toList(), DIMENSION, false));
                case REVERSED ->
                        answer(
                                exchange,
                                200,
                                vectors(input, DIMENSION, false)
                                        .replace("\"index\":0", "\"index\":1"));
                case BROKEN -> answer(exchange, 500, "{\"error\":{\"message\":\"oh no\"}}");
                case BUSY -> answer(exchange, 429, "{\"error\":{\"message\":\"slow down\"}}");
                case HUGE -> huge(exchange);
            }
        }
    }

    private String vectors(List<String> input, int dimension, boolean count) {
        if (count) {
            texts.addAll(input);
        }
        var items =
                IntStream.range(0, input.size())
                        .mapToObj(i ->
                                "{\"object\":\"embedding\",\"index\":%d,\"embedding\":%s}"
                                        .formatted(i, vector(input.get(i), dimension)))
                        .collect(Collectors.joining(","));
        return "{\"object\":\"list\",\"model\":\"m\",\"data\":[%s],\"usage\":{\"prompt_tokens\":%d,\"total_tokens\":%d}}"
                .formatted(items, input.size() * 10, input.size() * 10);
    }

    /** How often each class of letters occurs: alike texts are near each other. */
    private static String vector(String text, int dimension) {
        var counts = new int[dimension];
        text.toLowerCase(Locale.ROOT)
                .chars()
                .filter(Character::isLetterOrDigit)
                .forEach(letter -> counts[letter % dimension]++);
        return IntStream.of(counts).mapToObj(String::valueOf).toList().toString();
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** Blanks are JSON's too, so that only time ends it. */
    private void drip(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        while (!await(50)) {
            exchange.getResponseBody().write(' ');
            exchange.getResponseBody().flush();
        }
    }

    private static void huge(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        var blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
        for (var i = 0; i < 100; i++) {
            exchange.getResponseBody().write(blanks);
        }
    }

    private void hang() {
        await(60_000);
    }

    private boolean await(long millis) {
        try {
            return closing.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }
}
