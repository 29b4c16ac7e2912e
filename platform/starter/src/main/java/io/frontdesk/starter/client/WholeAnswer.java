package io.frontdesk.starter.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;

/**
 * An answer in JSON, read to its end: one that breaks off or stalls in the middle is a failure of
 * the call, not of its reading. Streams and files pass as they come.
 */
final class WholeAnswer implements ClientHttpResponse {
    private final ClientHttpResponse response;
    private final byte[] body;

    /** It may have stalled until the time-out, so it is not asked for again. */
    static final class BrokenOff extends IOException {
        BrokenOff(IOException cause) {
            super("The answer broke off", cause);
        }
    }

    private WholeAnswer(ClientHttpResponse response, byte[] body) {
        this.response = response;
        this.body = body;
    }

    static ClientHttpResponse of(ClientHttpResponse response) throws IOException {
        return isJson(response.getHeaders().getContentType())
                ? new WholeAnswer(response, read(response))
                : response;
    }

    private static boolean isJson(@Nullable MediaType type) {
        return type != null
                && (MediaType.APPLICATION_JSON.isCompatibleWith(type)
                        || type.getSubtype().endsWith("+json"));
    }

    private static byte[] read(ClientHttpResponse response) throws IOException {
        try {
            return response.getBody().readAllBytes();
        } catch (IOException e) {
            response.close();
            throw new BrokenOff(e);
        }
    }

    @Override
    public HttpStatusCode getStatusCode() throws IOException {
        return response.getStatusCode();
    }

    @Override
    public String getStatusText() throws IOException {
        return response.getStatusText();
    }

    @Override
    public HttpHeaders getHeaders() {
        return response.getHeaders();
    }

    @Override
    public InputStream getBody() {
        return new ByteArrayInputStream(body);
    }

    @Override
    public void close() {
        response.close();
    }
}
