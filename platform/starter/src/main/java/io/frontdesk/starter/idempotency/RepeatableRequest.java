package io.frontdesk.starter.idempotency;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The request after its body was read for the fingerprint; it also tells when it goes async. */
final class RepeatableRequest extends HttpServletRequestWrapper {
    private final @Nullable Spool body;
    private final Consumer<AsyncContext> onAsync;
    private @Nullable ServletInputStream stream;

    /**
     * @param body what was read of the request; absent when the container has parsed it into
     *     parameters or parts
     */
    RepeatableRequest(
            HttpServletRequest request, @Nullable Spool body, Consumer<AsyncContext> onAsync) {
        super(request);
        this.body = body;
        this.onAsync = onAsync;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (body == null) {
            return super.getInputStream();
        }
        if (stream == null) {
            stream = new Stream(body.read());
        }
        return stream;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        var encoding = getCharacterEncoding();
        return body == null
                ? super.getReader()
                : new BufferedReader(
                        new InputStreamReader(
                                getInputStream(),
                                encoding == null
                                        ? StandardCharsets.UTF_8
                                        : Charset.forName(encoding)));
    }

    @Override
    public AsyncContext startAsync() {
        return started(super.startAsync());
    }

    @Override
    public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
        return started(super.startAsync(request, response));
    }

    private AsyncContext started(AsyncContext context) {
        onAsync.accept(context);
        return context;
    }

    private static final class Stream extends ServletInputStream {
        private final InputStream in;
        private boolean finished;

        Stream(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            var value = in.read();
            finished |= value < 0;
            return value;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            var count = in.read(bytes, offset, length);
            finished |= count < 0;
            return count;
        }

        @Override
        public boolean isFinished() {
            return finished;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("The body was read already.");
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
