package io.frontdesk.gateway.proxy;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Set;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.ServerResponse;

/** A service's answer on its way to the caller, byte for byte and never kept whole. */
final class Relay implements ServerResponse {
    // Of one connection, the gateway's own, or for a browser that talks to the gateway.
    private static final Set<String> DROPPED =
            Set.of(
                    "connection",
                    "keep-alive",
                    "transfer-encoding",
                    "content-length",
                    "trailer",
                    "upgrade",
                    "proxy-authenticate",
                    "server",
                    "date",
                    "x-request-id");
    private static final int BUFFER = 16 * 1024;

    private final ClassicHttpResponse answer;

    Relay(ClassicHttpResponse answer) {
        this.answer = answer;
    }

    @Override
    public HttpStatusCode statusCode() {
        return HttpStatusCode.valueOf(answer.getCode());
    }

    /** Empty: the headers go from the one message to the other without a stop. */
    @Override
    public HttpHeaders headers() {
        return new HttpHeaders();
    }

    @Override
    public MultiValueMap<String, Cookie> cookies() {
        return new LinkedMultiValueMap<>();
    }

    @Override
    public @Nullable ModelAndView writeTo(
            HttpServletRequest request, HttpServletResponse response, Context context)
            throws IOException {
        try (answer) {
            response.setStatus(answer.getCode());
            for (Header header : answer.getHeaders()) {
                String name = header.getName().toLowerCase(Locale.ROOT);
                if (!DROPPED.contains(name) && !name.startsWith("access-control-")) {
                    response.addHeader(header.getName(), header.getValue());
                }
            }
            writeBody(request, response);
        }
        return null;
    }

    private void writeBody(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        HttpEntity entity = answer.getEntity();
        if (entity == null) {
            Header length = answer.getFirstHeader("Content-Length");
            if (length != null && request.getMethod().equals("HEAD")) {
                response.setHeader("Content-Length", length.getValue());
            }
            return;
        }
        if (entity.getContentLength() >= 0) {
            response.setContentLengthLong(entity.getContentLength());
        }
        String type = entity.getContentType();
        boolean stream = type != null && type.startsWith("text/event-stream");
        if (stream) {
            response.flushBuffer();
        }
        copy(entity, response.getOutputStream(), stream);
    }

    private static void copy(HttpEntity entity, OutputStream out, boolean stream)
            throws IOException {
        long length = entity.getContentLength();
        byte[] buffer = new byte[length >= 0 && length < BUFFER ? (int) length + 1 : BUFFER];
        InputStream body = entity.getContent();
        for (int read = read(body, buffer); read >= 0; read = read(body, buffer)) {
            out.write(buffer, 0, read);
            if (stream) {
                out.flush();
            }
        }
    }

    private static int read(InputStream body, byte[] buffer) {
        try {
            return body.read(buffer);
        } catch (IOException e) {
            throw new BrokenAnswer(e);
        }
    }
}
