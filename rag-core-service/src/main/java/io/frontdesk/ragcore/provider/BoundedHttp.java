package io.frontdesk.ragcore.provider;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Calls that end: a whole answer within the read timeout, from the first byte sent to the last byte
 * read, a stream within its longest duration, and neither above the size. The JDK's own timeout
 * ends with the head of the answer and would let the body drip for ever.
 */
final class BoundedHttp implements HttpClient {
    private static final int SHOWN_OF_A_REFUSAL = 1_000;

    private final java.net.http.HttpClient client;
    private final Duration timeout;
    private final Duration longest;
    private final long largest;
    private final Consumer<byte[]> check;

    BoundedHttp(
            java.net.http.HttpClient client,
            Duration timeout,
            Duration longest,
            long largest,
            Consumer<byte[]> check) {
        this.client = client;
        this.timeout = timeout;
        this.longest = longest;
        this.largest = largest;
        this.check = check;
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        var response = send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), largest));
        if (!successful(response)) {
            throw new HttpException(response.statusCode(), shown(response.body()));
        }
        check.accept(response.body());
        return head(response).body(response.body()).build();
    }

    @Override
    public void execute(
            HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        Thread.ofVirtual()
                .name("model-stream")
                .start(() -> {
                    try {
                        stream(request, parser, listener);
                    } catch (RuntimeException | IOException failed) {
                        listener.onError(failed);
                    }
                });
    }

    private void stream(
            HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener)
            throws IOException {
        var response = send(request, BodyHandlers.limiting(BodyHandlers.ofInputStream(), largest));
        var ended = new CompletableFuture<Void>();
        try (var body = response.body()) {
            ended.orTimeout(longest.toMillis(), TimeUnit.MILLISECONDS)
                    .exceptionally(_ -> cut(body));
            if (!successful(response)) {
                throw new HttpException(
                        response.statusCode(), shown(body.readNBytes(SHOWN_OF_A_REFUSAL)));
            }
            listener.onOpen(head(response).build());
            parser.parse(body, listener);
            listener.onClose();
        } finally {
            ended.complete(null);
        }
    }

    /** Ends the reading of it with an error. */
    @SuppressWarnings("NullAway") // a future of nothing
    private static Void cut(InputStream body) {
        try {
            body.close();
        } catch (IOException alreadyBroken) {
            // Then its reader has ended too.
        }
        return null;
    }

    private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) {
        var answer = client.sendAsync(jdkRequest(request), handler);
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (java.util.concurrent.TimeoutException late) {
            answer.cancel(true);
            throw new TimeoutException("no whole answer within " + timeout, late);
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException io
                    ? new UncheckedIOException(io)
                    : new IllegalStateException(failed.getCause());
        }
    }

    private static java.net.http.HttpRequest jdkRequest(HttpRequest request) {
        var copy = java.net.http.HttpRequest.newBuilder(URI.create(request.url()));
        request.headers().forEach((name, values) -> values.forEach(v -> copy.header(name, v)));
        return copy.method(
                        request.method().name(),
                        request.body() == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(request.body()))
                .build();
    }

    private static boolean successful(HttpResponse<?> response) {
        return response.statusCode() / 100 == 2;
    }

    private static SuccessfulHttpResponse.Builder head(HttpResponse<?> response) {
        return SuccessfulHttpResponse.builder()
                .statusCode(response.statusCode())
                .headers(response.headers().map());
    }

    private static String shown(byte[] body) {
        var text = new String(Objects.requireNonNull(body), StandardCharsets.UTF_8);
        return text.substring(0, Math.min(text.length(), SHOWN_OF_A_REFUSAL));
    }
}
