package io.frontdesk.calendarintegration.icalendar;

import java.nio.charset.StandardCharsets;

/** The bytes of content lines. */
final class IcsText {
    private static final int OCTETS = 75;

    private IcsText() {}

    /** Text of one line: what could end it, or is no character at all, becomes a space. */
    static String line(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> Character.isISOControl(point) || separates(point) ? ' ' : point)
                .filter(point -> Character.getType(point) != Character.SURROGATE)
                .forEach(clean::appendCodePoint);
        return clean.toString().strip();
    }

    /** A parameter cannot hold a double quote at all (RFC 5545, 3.2). */
    static String parameter(String text) {
        return line(text).replace('"', '\'');
    }

    /**
     * Folds lines at 75 octets and never within a character (RFC 5545, 3.1); ical4j counts
     * characters instead.
     */
    static String folded(String calendar) {
        var folded = new StringBuilder(calendar.length() + 64);
        for (var line : calendar.replace("\r\n ", "").split("\r\n", -1)) {
            if (!line.isEmpty()) {
                fold(line, folded);
            }
        }
        return folded.toString();
    }

    private static void fold(String line, StringBuilder folded) {
        var octets = 0;
        for (var at = 0; at < line.length(); ) {
            var point = line.codePointAt(at);
            var size = Character.toString(point).getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > OCTETS) {
                folded.append("\r\n ");
                octets = 1;
            }
            folded.appendCodePoint(point);
            octets += size;
            at += Character.charCount(point);
        }
        folded.append("\r\n");
    }

    private static boolean separates(int point) {
        return point == '\u2028' || point == '\u2029';
    }
}
