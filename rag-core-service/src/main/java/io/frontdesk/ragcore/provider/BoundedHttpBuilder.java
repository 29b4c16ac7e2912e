package io.frontdesk.ragcore.provider;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import java.net.http.HttpClient.Version;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What LangChain4j's models are given for their calls. They set the timeouts to what theirs is.
 *
 * <p>Version 1.1, since some servers answer an upgrade to HTTP/2 with silence.
 */
public final class BoundedHttpBuilder implements HttpClientBuilder {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration READ = Duration.ofSeconds(60);

    private final Duration longest;
    private final long largest;
    private final Consumer<byte[]> check;
    private Duration read = READ;

    /**
     * Says what an answer may be.
     *
     * @param longest duration of a stream
     * @param largest size of an answer, whole or streamed, in bytes
     */
    public BoundedHttpBuilder(Duration longest, long largest) {
        this(longest, largest, _ -> {});
    }

    /**
     * Looks at whole answers too.
     *
     * @param check throws what is wrong with a successful one
     */
    public BoundedHttpBuilder(Duration longest, long largest, Consumer<byte[]> check) {
        this.check = check;
        this.longest = longest;
        this.largest = largest;
    }

    @Override
    public Duration connectTimeout() {
        return CONNECT;
    }

    /** Connecting has a limit of its own, whatever the model is allowed. */
    @Override
    public HttpClientBuilder connectTimeout(@Nullable Duration ignored) {
        return this;
    }

    @Override
    public Duration readTimeout() {
        return read;
    }

    @Override
    public HttpClientBuilder readTimeout(@Nullable Duration timeout) {
        read = timeout == null ? READ : timeout;
        return this;
    }

    @Override
    public HttpClient build() {
        var client =
                java.net.http.HttpClient.newBuilder()
                        .version(Version.HTTP_1_1)
                        .connectTimeout(CONNECT)
                        .build();
        return new BoundedHttp(client, read, longest, largest, check);
    }
}
