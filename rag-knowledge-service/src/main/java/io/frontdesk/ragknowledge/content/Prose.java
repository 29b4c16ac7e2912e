package io.frontdesk.ragknowledge.content;

import java.util.regex.Pattern;

/** Text made uniform, so that offsets, hashes and quotes do not depend on invisible characters. */
public final class Prose {

    private static final Pattern INVISIBLE =
            Pattern.compile("[\\u00ad\\u200b\\u2060\\ufeff\\p{Cc}\\p{Cs}&&[^\\t\\n\\r\\f]]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u2007\\u202f\\u3000]+");
    private static final Pattern ITEM =
            Pattern.compile(
                    "^(?:[-*+·•▪◦○●■□➢✓–\\uf0b7\\uf0a7]|\\(?\\d{1,3}(?:\\.\\d{1,3})*[.)]|\\(?[a-z][.)]|[ivx]{1,5}[.)])\\s+(?=\\S)");

    private Prose() {}

    /** One line: control characters gone, each run of blanks one space, no outer blanks. */
    public static String line(String text) {
        return BLANKS.matcher(visible(text)).replaceAll(" ").strip();
    }

    /** The line without control and zero-width characters; its blanks stay as they are. */
    static String visible(String line) {
        return INVISIBLE.matcher(line).replaceAll("");
    }

    /** How many characters of a line are a list marker ("- ", "2. ", "a) "); 0 if it has none. */
    public static int markerLength(String line) {
        var matcher = ITEM.matcher(line);
        return matcher.find() ? matcher.end() : 0;
    }

    /** The line with a bullet of any shape made a hyphen; numbers and letters stay. */
    public static String item(String line) {
        int marker = markerLength(line);
        return marker == 0 || Character.isLetterOrDigit(line.charAt(0)) || line.charAt(0) == '('
                ? line
                : "- " + line.substring(marker);
    }

    static boolean hasWords(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }
}
