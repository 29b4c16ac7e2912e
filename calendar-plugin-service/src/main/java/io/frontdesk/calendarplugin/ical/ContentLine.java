package io.frontdesk.calendarplugin.ical;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A line of iCalendar: a name, parameters (RFC 5545, section 3.2), and a value as written. */
record ContentLine(String name, Map<String, String> parameters, String value) {
    /** Reads an unfolded line; one without a colon has no value. */
    static ContentLine parse(String line) {
        var parameters = new HashMap<String, String>();
        int at = end(line, 0);
        var name = line.substring(0, at).toUpperCase(Locale.ROOT);
        while (at < line.length() && line.charAt(at) == ';') {
            int end = end(line, at + 1);
            var parameter = line.substring(at + 1, end);
            int equals = parameter.indexOf('=');
            if (equals > 0) {
                parameters.put(
                        parameter.substring(0, equals).toUpperCase(Locale.ROOT),
                        parameter.substring(equals + 1).replace("\"", ""));
            }
            at = end;
        }
        return new ContentLine(
                name, parameters, at < line.length() ? line.substring(at + 1).strip() : "");
    }

    Optional<String> parameter(String parameter) {
        return Optional.ofNullable(parameters.get(parameter));
    }

    /** The value with its escapes undone (section 3.3.11). */
    String text() {
        var plain = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char each = value.charAt(i);
            if (each == '\\' && i + 1 < value.length()) {
                char next = value.charAt(++i);
                plain.append(next == 'n' || next == 'N' ? '\n' : next);
            } else {
                plain.append(each);
            }
        }
        return plain.toString();
    }

    /** Where the part that begins here ends: at a colon or semicolon outside of quotes. */
    private static int end(String line, int from) {
        var quoted = false;
        for (int i = from; i < line.length(); i++) {
            char each = line.charAt(i);
            if (each == '"') {
                quoted = !quoted;
            } else if (!quoted && (each == ':' || each == ';')) {
                return i;
            }
        }
        return line.length();
    }
}
