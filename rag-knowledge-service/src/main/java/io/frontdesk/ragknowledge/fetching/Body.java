package io.frontdesk.ragknowledge.fetching;

import io.frontdesk.ragknowledge.fetching.FetchFailed.Reason;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Reads bodies up to a size, counted as sent and as unpacked, and makes text UTF-8. */
final class Body {

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private Body() {}

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Read(byte[] bytes, boolean cut) {}

    /** The first bytes; {@code cut} says that there were more. */
    static Read first(InputStream sent, @Nullable String encoding, int most) throws IOException {
        var coding = encoding == null ? "identity" : encoding.strip().toLowerCase(Locale.ROOT);
        var limited = new Limited(sent, most);
        var unpacked =
                switch (coding) {
                    case "gzip", "x-gzip" -> new GZIPInputStream(limited);
                    case "identity", "" -> limited;
                    default ->
                            throw new FetchFailed(
                                    Reason.UNDECODABLE,
                                    "The body is packed in a way that was not asked for.");
                };
        var bytes = new ByteArrayOutputStream();
        var buffer = new byte[16 * 1024];
        try {
            for (int n = unpacked.read(buffer); n >= 0; n = unpacked.read(buffer)) {
                int fits = Math.min(n, most - bytes.size());
                bytes.write(buffer, 0, fits);
                if (fits < n) {
                    return new Read(bytes.toByteArray(), true);
                }
            }
        } catch (Limited.Reached reached) {
            return new Read(bytes.toByteArray(), true);
        }
        return new Read(bytes.toByteArray(), false);
    }

    /** With a byte order mark, which outranks what a page says of itself. */
    static byte[] utf8(byte[] bytes, @Nullable String charset) {
        var sent = charset(charset);
        if (sent == null || isMarked(bytes)) {
            return bytes;
        }
        var text = new String(bytes, sent).getBytes(StandardCharsets.UTF_8);
        var with = new byte[text.length + MARK.length];
        System.arraycopy(MARK, 0, with, 0, MARK.length);
        System.arraycopy(text, 0, with, MARK.length, text.length);
        return with;
    }

    private static boolean isMarked(byte[] bytes) {
        if (bytes.length < 2) {
            return false;
        }
        int first = ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
        return first == 0xEFBB || first == 0xFEFF || first == 0xFFFE;
    }

    private static @Nullable Charset charset(@Nullable String name) {
        try {
            var charset = name == null ? null : Charset.forName(name);
            return charset == null || charset.equals(StandardCharsets.UTF_8) ? null : charset;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return null;
        }
    }

    /** Ends a stream that is longer than it may be. */
    private static final class Limited extends FilterInputStream {

        private long left;

        Limited(InputStream stream, long most) {
            super(stream);
            this.left = most;
        }

        private static final class Reached extends IOException {}

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int n = super.read(target, offset, length);
            left -= Math.max(0, n);
            if (left < 0) {
                throw new Reached();
            }
            return n;
        }
    }
}
