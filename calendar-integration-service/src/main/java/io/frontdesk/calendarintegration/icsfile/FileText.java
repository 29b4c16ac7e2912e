package io.frontdesk.calendarintegration.icsfile;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The characters of a file: a wrong charset is found out, not guessed around. */
final class FileText {
    private static final Pattern FOLD = Pattern.compile("\r\n[ \t]");

    private FileText() {}

    static String of(byte[] file, @Nullable String charset) {
        var text = decode(file, charset(file, charset));
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        if (text.indexOf('\0') >= 0) {
            throw new IcsRefused("The file holds binary content, or its charset is another one.");
        }
        var lines =
                text.lines().filter(line -> !line.isBlank()).collect(Collectors.joining("\r\n"));
        if (!lines.toUpperCase(Locale.ROOT).startsWith("BEGIN:VCALENDAR")) {
            throw new IcsRefused("A calendar file begins with BEGIN:VCALENDAR.");
        }
        return FOLD.matcher(lines).replaceAll("") + "\r\n";
    }

    private static Charset charset(byte[] file, @Nullable String named) {
        if (named != null) {
            try {
                return Charset.forName(named);
            } catch (IllegalArgumentException unknown) {
                throw new IcsRefused("The charset of the file is not known here; send UTF-8.");
            }
        }
        var marked =
                file.length > 1
                        && ((file[0] == (byte) 0xFE && file[1] == (byte) 0xFF)
                                || (file[0] == (byte) 0xFF && file[1] == (byte) 0xFE));
        return marked ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }

    private static String decode(byte[] file, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(file)).toString();
        } catch (CharacterCodingException wrong) {
            throw new IcsRefused(
                    "The file is not "
                            + charset.name()
                            + ". Save it as UTF-8, or name its charset in the Content-Type.");
        } catch (UnsupportedOperationException noDecoder) {
            throw new IcsRefused("The charset of the file is not known here; send UTF-8.");
        }
    }
}
