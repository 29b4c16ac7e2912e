package io.frontdesk.ragknowledge.chunking;

import io.frontdesk.ragknowledge.content.Prose;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Finds the sentences of a text; a list item or a table row ends where its line ends. */
public final class Sentences {

    private static final Pattern ABBREVIATION =
            Pattern.compile(
                    "(?:^|[\\s(\"“])(?:e\\.g|i\\.e|cf|vs|approx|incl|excl|est|no|nos|fig|sec|art|vol|ext|tel"
                            + "|mr|mrs|ms|dr|prof|st|jr|sr|inc|ltd|co|corp|dept|u\\.s|u\\.k|z\\.b|d\\.h"
                            + "|bzw|ca|nr|str|[a-z])\\.\\s*$",
                    Pattern.CASE_INSENSITIVE);

    private Sentences() {}

    /** Offsets of the sentences, in order, without list markers and outer blanks. */
    public static List<Span> of(String text) {
        var spans = new ArrayList<Span>();
        int start = 0;
        while (start <= text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            addLine(text, start, end, spans);
            start = end + 1;
        }
        return spans;
    }

    private static void addLine(String text, int start, int end, List<Span> spans) {
        int from = start;
        while (from < end && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        from += Prose.markerLength(text.substring(from, end));
        var line = text.substring(from, end);
        var breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        breaks.setText(line);
        int open = 0;
        for (int at = breaks.next(); at != BreakIterator.DONE; at = breaks.next()) {
            if (at == line.length() || !continues(line, open, at)) {
                add(text, from + open, from + at, spans);
                open = at;
            }
        }
    }

    private static boolean continues(String line, int start, int at) {
        if (Character.isLowerCase(line.codePointAt(at))) {
            return true;
        }
        int tail = Math.max(start, at - 12);
        return ABBREVIATION.matcher(line.substring(tail, at)).find();
    }

    private static void add(String text, int start, int end, List<Span> spans) {
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        if (start < end) {
            spans.add(new Span(start, end));
        }
    }

    /** A half-open range of characters. */
    public record Span(int start, int end) {
        public String of(String text) {
            return text.substring(start, end);
        }
    }
}
