package io.frontdesk.starter.idempotency;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Keeps the answer back until the transaction has committed: nobody must learn of a change that may
 * yet be undone. Once released, a streaming handler writes straight through.
 */
final class HeldResponse extends HttpServletResponseWrapper implements AutoCloseable {
    private final Spool spool = new Spool();
    private final ServletOutputStream stream = new Stream();
    private @Nullable PrintWriter writer;
    private boolean released;
    private boolean error;

    HeldResponse(HttpServletResponse response) {
        super(response);
    }

    boolean failed() {
        return error || getStatus() >= 400;
    }

    /** The body so far, or nothing when it is larger than that. */
    synchronized byte @Nullable [] body(long largest) throws IOException {
        flushWriter();
        if (spool.size() > largest) {
            return null;
        }
        try (var in = spool.read()) {
            return in.readAllBytes();
        }
    }

    /** Sends what was held back; from now on nothing is. */
    synchronized void release() throws IOException {
        flushWriter();
        released = true;
        if (!error && spool.size() > 0) {
            try (var in = spool.read()) {
                in.transferTo(super.getOutputStream());
            }
        }
        spool.clear();
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return stream;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (writer == null) {
            writer =
                    new PrintWriter(
                            new OutputStreamWriter(
                                    stream, Charset.forName(getCharacterEncoding())));
        }
        return writer;
    }

    @Override
    public synchronized void flushBuffer() throws IOException {
        flushWriter();
        if (released) {
            super.flushBuffer();
        }
    }

    @Override
    public synchronized boolean isCommitted() {
        return released && super.isCommitted();
    }

    @Override
    public synchronized void resetBuffer() {
        if (released) {
            super.resetBuffer();
        }
        clear();
    }

    @Override
    public synchronized void reset() {
        super.reset();
        clear();
    }

    @Override
    public void setBufferSize(int size) {
        // The container's buffer plays no part while we hold the answer.
    }

    @Override
    public void sendError(int status) throws IOException {
        error = true;
        super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        error = true;
        super.sendError(status, message);
    }

    /** The container's own would commit the answer. */
    @Override
    public void sendRedirect(String location, int status, boolean clear) {
        if (clear) {
            resetBuffer();
        }
        setStatus(status);
        setHeader(HttpHeaders.LOCATION, location);
    }

    @Override
    public void sendRedirect(String location) {
        sendRedirect(location, SC_FOUND, true);
    }

    @Override
    public synchronized void close() throws IOException {
        spool.close();
    }

    private void flushWriter() {
        if (writer != null) {
            writer.flush();
        }
    }

    private void clear() {
        try {
            spool.clear();
            writer = null;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void write(byte[] bytes, int offset, int length) throws IOException {
        synchronized (this) {
            if (!released) {
                spool.write(bytes, offset, length);
                return;
            }
        }
        super.getOutputStream().write(bytes, offset, length);
    }

    private final class Stream extends ServletOutputStream {
        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            HeldResponse.this.write(bytes, offset, length);
        }

        @Override
        public void flush() throws IOException {
            synchronized (HeldResponse.this) {
                if (!released) {
                    return;
                }
            }
            HeldResponse.super.getOutputStream().flush();
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException(
                    "An answer under an Idempotency-Key is written blocking.");
        }
    }
}
