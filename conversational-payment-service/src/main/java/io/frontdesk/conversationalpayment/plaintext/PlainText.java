package io.frontdesk.conversationalpayment.plaintext;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes names and notes uniform, so that what a person reads is what is stored and hashed. */
public final class PlainText {
    // Control, format (zero-width, direction overrides) and surrogate characters.
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}\\p{Cs}&&[^\\s]]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u2028\\u2029\\u3000]+");

    private PlainText() {}

    /** One line, without outer blanks and invisible characters, in Unicode's composed form. */
    public static String line(String text) {
        var composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        var visible = INVISIBLE.matcher(composed).replaceAll("");
        return BLANKS.matcher(visible).replaceAll(" ").strip();
    }

    /** The same, or null when nothing is left. */
    public static @Nullable String lineOrNull(@Nullable String text) {
        var line = text == null ? "" : line(text);
        return line.isEmpty() ? null : line;
    }
}
