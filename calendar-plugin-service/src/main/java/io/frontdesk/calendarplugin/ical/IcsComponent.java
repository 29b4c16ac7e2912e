package io.frontdesk.calendarplugin.ical;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A component between BEGIN and END, with what is in it. */
record IcsComponent(String name, List<ContentLine> lines, List<IcsComponent> parts) {
    private static final int DEEPEST = 8;
    private static final int MOST_LINES = 200_000;
    private static final Charset WESTERN = Charset.forName("windows-1252");

    /** Reads a whole document; what is not closed ends with it. */
    static IcsComponent parse(String ics) {
        var root = new IcsComponent("", new ArrayList<>(), new ArrayList<>());
        var open = new ArrayDeque<IcsComponent>();
        open.push(root);
        int count = 0;
        for (var line : unfolded(ics)) {
            if (++count > MOST_LINES) {
                throw new UnreadableEvent("it is larger than is read");
            }
            var content = ContentLine.parse(line);
            if (content.name().equals("BEGIN")) {
                var part =
                        new IcsComponent(
                                content.value().toUpperCase(Locale.ROOT),
                                new ArrayList<>(),
                                new ArrayList<>());
                open.element().parts.add(part);
                open.push(part);
                if (open.size() > DEEPEST) {
                    throw new UnreadableEvent("it is nested deeper than calendars are");
                }
            } else if (content.name().equals("END")) {
                if (open.size() > 1) {
                    open.pop();
                }
            } else {
                open.element().lines.add(content);
            }
        }
        return root;
    }

    /** UTF-8, as it must be; what is not that is taken for the charset of old exports. */
    static String decode(byte[] bytes) {
        if (bytes.length > 2 && (bytes[0] & 0xff) == 0xfe && (bytes[1] & 0xff) == 0xff) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        if (bytes.length > 2 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xfe) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        try {
            var text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException other) {
            return new String(bytes, WESTERN);
        }
    }

    /** All components of a name, however deep. */
    Stream<IcsComponent> all(String wanted) {
        return parts.stream()
                .flatMap(part ->
                        Stream.concat(
                                part.name.equals(wanted) ? Stream.of(part) : Stream.empty(),
                                part.all(wanted)));
    }

    Stream<ContentLine> every(String property) {
        return lines.stream().filter(line -> line.name().equals(property));
    }

    Optional<ContentLine> first(String property) {
        return every(property).findFirst();
    }

    private static List<String> unfolded(String ics) {
        var whole = new ArrayList<String>();
        var line = new StringBuilder();
        for (var part : (Iterable<String>) ics.lines()::iterator) {
            if (!part.isEmpty() && (part.charAt(0) == ' ' || part.charAt(0) == '\t')) {
                line.append(part, 1, part.length());
            } else {
                keep(line, whole);
                line.setLength(0);
                line.append(part);
            }
        }
        keep(line, whole);
        return whole;
    }

    private static void keep(StringBuilder line, List<String> lines) {
        if (!line.toString().isBlank()) {
            lines.add(line.toString());
        }
    }
}
