package io.frontdesk.ragknowledge.parsing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.tika.parser.txt.CharsetDetector;

/** Decodes text: by its byte order mark, as UTF-8, or by what its bytes look like. */
final class Charsets {

    private static final int SAMPLE = 64 * 1024;

    private Charsets() {}

    static String decode(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, guess(bytes));
        }
    }

    /** A few broken bytes in UTF-8 do not make it another encoding: they are replaced. */
    private static Charset guess(byte[] bytes) {
        var sample = Arrays.copyOf(bytes, Math.min(bytes.length, SAMPLE));
        var text = new String(sample, StandardCharsets.UTF_8);
        long broken = text.chars().filter(c -> c == '\ufffd').count();
        long sound = text.chars().filter(c -> c > 0x7f && c != '\ufffd').count();
        if (sound > broken) {
            return StandardCharsets.UTF_8;
        }
        var match = new CharsetDetector().setText(sample).detect();
        return match != null && match.getConfidence() > 20 && Charset.isSupported(match.getName())
                ? Charset.forName(match.getName())
                : Charset.forName("windows-1252");
    }

    /**
     * Whether the file starts with text of an encoding that keeps ASCII: hardly any control
     * characters.
     */
    static boolean isText(Path file) throws IOException {
        try (var stream = Files.newInputStream(file)) {
            var bytes = stream.readNBytes(SAMPLE);
            int odd = 0;
            for (byte b : bytes) {
                if (b == 0) {
                    return false;
                }
                odd += b > 0 && b < ' ' && "\t\n\r\f\u001b".indexOf(b) < 0 ? 1 : 0;
            }
            return odd * 100 <= bytes.length;
        }
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
