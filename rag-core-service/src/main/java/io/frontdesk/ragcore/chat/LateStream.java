package io.frontdesk.ragcore.chat;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import org.springframework.http.MediaType;

/** Says that a stream follows only when it does, so that a failure before it keeps its status. */
final class LateStream extends OutputStream {
    private final HttpServletResponse response;
    private boolean begun;

    LateStream(HttpServletResponse response) {
        this.response = response;
    }

    boolean begun() {
        return begun;
    }

    @Override
    public void write(int one) throws IOException {
        begin().write(one);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        begin().write(bytes, from, length);
    }

    @Override
    public void flush() throws IOException {
        begin().flush();
    }

    private OutputStream begin() throws IOException {
        if (!begun) {
            begun = true;
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setCharacterEncoding("UTF-8");
            response.setHeader("Cache-Control", "no-cache");
        }
        return response.getOutputStream();
    }
}
