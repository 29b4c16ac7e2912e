package io.frontdesk.gateway.proxy;

import io.frontdesk.gateway.refusal.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;

/** A request's body on its way to a service: streamed, or kept if it may be needed again. */
final class RequestBody {
    private RequestBody() {}

    /**
     * The body, or null when there is none.
     *
     * @param keep up to this size; zero to stream it
     */
    static @Nullable HttpEntity of(HttpServletRequest request, DataSize keep) {
        long length = request.getContentLengthLong();
        if (length <= 0 && request.getHeader("Transfer-Encoding") == null) {
            return null;
        }
        try {
            InputStream body = new CallersStream(request.getInputStream());
            // The caller's Content-Type is among the headers that are copied.
            return length >= 0 && length <= keep.toBytes()
                    ? new ByteArrayEntity(body.readNBytes((int) length), null)
                    : new InputStreamEntity(body, length, null);
        } catch (IOException e) {
            throw brokenOff();
        }
    }

    /** Tells a caller that breaks off from a service that does. */
    private static final class CallersStream extends FilterInputStream {
        CallersStream(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            try {
                return super.read();
            } catch (IOException e) {
                throw brokenOff();
            }
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                return super.read(bytes, offset, length);
            } catch (IOException e) {
                throw brokenOff();
            }
        }
    }

    private static Refusal brokenOff() {
        return Refusal.of(
                HttpStatus.BAD_REQUEST,
                "incomplete-body",
                "Incomplete body",
                "The request's body broke off before its end.");
    }
}
