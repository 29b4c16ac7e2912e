package io.frontdesk.admincustomerrag.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Breaks off where there is more than was agreed; who reads must not take it for the end. */
final class BoundedStream extends FilterInputStream {
    private long left;
    private volatile boolean exceeded;

    BoundedStream(InputStream stream, long most) {
        super(stream);
        this.left = most;
    }

    boolean isExceeded() {
        return exceeded;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        left -= Math.max(0, count);
        if (left < 0) {
            exceeded = true;
            throw new IOException("larger than agreed");
        }
        return count;
    }
}
