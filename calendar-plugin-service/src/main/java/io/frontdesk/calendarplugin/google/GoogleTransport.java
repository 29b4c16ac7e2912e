package io.frontdesk.calendarplugin.google;

import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.LowLevelHttpRequest;
import com.google.api.client.http.LowLevelHttpResponse;
import io.frontdesk.calendarplugin.http.Answer;
import io.frontdesk.calendarplugin.http.Calls;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Carries the Google client's requests over {@link Calls}: its own transports bound neither the
 * size of an answer nor its whole time.
 */
final class GoogleTransport extends HttpTransport {
    private final Calls calls;

    GoogleTransport(Calls calls) {
        this.calls = calls;
    }

    @Override
    public boolean supportsMethod(String method) {
        return true;
    }

    @Override
    protected LowLevelHttpRequest buildRequest(String method, String url) {
        return new Request(calls, method, HttpRequest.newBuilder(URI.create(url)));
    }

    private static final class Request extends LowLevelHttpRequest {
        /** What the JDK's client sets itself. */
        private static final Set<String> ITS_OWN =
                Set.of("host", "connection", "content-length", "accept-encoding");

        private final Calls calls;
        private final String method;
        private final HttpRequest.Builder request;

        Request(Calls calls, String method, HttpRequest.Builder request) {
            this.calls = calls;
            this.method = method;
            this.request = request;
        }

        @Override
        public void addHeader(String name, String value) {
            if (!ITS_OWN.contains(name.toLowerCase(Locale.ROOT))) {
                request.header(name, value);
            }
        }

        @Override
        public LowLevelHttpResponse execute() throws IOException {
            var content = getStreamingContent();
            if (content == null) {
                request.method(method, BodyPublishers.noBody());
            } else {
                var bytes = new ByteArrayOutputStream();
                content.writeTo(bytes);
                addHeader("Content-Type", getContentType());
                request.method(method, BodyPublishers.ofByteArray(bytes.toByteArray()));
            }
            return new Response(calls.send(request.build()));
        }
    }

    private static final class Response extends LowLevelHttpResponse {
        private final Answer answer;
        private final byte[] content;
        private final List<Entry<String, String>> headers;

        Response(Answer answer) {
            this.answer = answer;
            this.content = answer.text().getBytes(StandardCharsets.UTF_8);
            this.headers =
                    answer.headers().map().entrySet().stream().flatMap(Response::each).toList();
        }

        private static Stream<Entry<String, String>> each(Entry<String, List<String>> header) {
            return header.getValue().stream().map(value -> Map.entry(header.getKey(), value));
        }

        @Override
        public InputStream getContent() {
            return new ByteArrayInputStream(content);
        }

        @Override
        public @Nullable String getContentEncoding() {
            return first("Content-Encoding");
        }

        @Override
        public long getContentLength() {
            return content.length;
        }

        @Override
        public @Nullable String getContentType() {
            return first("Content-Type");
        }

        @Override
        public String getStatusLine() {
            return "HTTP/1.1 " + answer.status();
        }

        @Override
        public int getStatusCode() {
            return answer.status();
        }

        @Override
        public @Nullable String getReasonPhrase() {
            return null;
        }

        @Override
        public int getHeaderCount() {
            return headers.size();
        }

        @Override
        public String getHeaderName(int index) {
            return headers.get(index).getKey();
        }

        @Override
        public String getHeaderValue(int index) {
            return headers.get(index).getValue();
        }

        private @Nullable String first(String name) {
            return answer.headers().firstValue(name).orElse(null);
        }
    }
}
