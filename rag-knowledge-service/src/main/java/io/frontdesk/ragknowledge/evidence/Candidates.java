package io.frontdesk.ragknowledge.evidence;

import io.frontdesk.ragknowledge.chunking.Sentences;
import io.frontdesk.ragknowledge.chunking.Sentences.Span;
import io.frontdesk.ragknowledge.search.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Takes passages apart into what can be quoted on its own. */
final class Candidates {

    private static final int LONGEST_LIST = 700;
    private static final int LONGEST = 1000;
    private static final Pattern BACK =
            Pattern.compile(
                    "(?:It|Its|This|That|They|These|Those|He|She|Then|Otherwise|If so|In that"
                            + " case|However)\\b");

    private Candidates() {}

    static List<Candidate> of(List<Passage> passages) {
        var candidates = new ArrayList<Candidate>();
        for (int rank = 0; rank < passages.size(); rank++) {
            var passage = passages.get(rank);
            for (var span : spans(passage.text())) {
                candidates.add(new Candidate(passage, rank, span));
            }
        }
        return candidates;
    }

    private static List<Span> spans(String text) {
        var spans = new ArrayList<Span>();
        var sentences = Sentences.of(text);
        for (int i = 0; i < sentences.size(); i++) {
            var span = sentences.get(i);
            add(text, text.charAt(span.end() - 1) == ':' ? withList(text, span) : span, spans);
            if (i + 1 < sentences.size() && refersBack(text, span, sentences.get(i + 1))) {
                add(text, new Span(span.start(), sentences.get(i + 1).end()), spans);
            }
        }
        return spans;
    }

    private static void add(String text, Span span, List<Span> spans) {
        if (span.end() - span.start() <= LONGEST && saysSomething(span.of(text))) {
            spans.add(span);
        }
    }

    /** "It must be longer than 14 characters": without the sentence before, nobody knows what. */
    private static boolean refersBack(String text, Span span, Span next) {
        return !text.substring(span.end(), next.start()).contains("\n")
                && BACK.matcher(next.of(text)).lookingAt();
    }

    /** What a sentence ending in a colon announces belongs to it: the lines up to the next gap. */
    private static Span withList(String text, Span leadIn) {
        if (!text.startsWith("\n", leadIn.end())) {
            return leadIn;
        }
        int end = leadIn.end();
        int from = text.startsWith("\n\n", end) ? end + 2 : end + 1;
        while (from < text.length()) {
            int lineEnd = text.indexOf('\n', from);
            lineEnd = lineEnd < 0 ? text.length() : lineEnd;
            if (lineEnd == from || lineEnd - leadIn.start() > LONGEST_LIST) {
                break;
            }
            end = lineEnd;
            from = lineEnd + 1;
        }
        return new Span(leadIn.start(), end);
    }

    private static boolean saysSomething(String sentence) {
        if (sentence.codePoints().anyMatch(c -> c > 0x2ff && Character.isLetter(c))) {
            return true;
        }
        boolean ended = ".!?:;)”\"".indexOf(sentence.charAt(sentence.length() - 1)) >= 0;
        return Words.content(sentence).size() >= (ended ? 2 : 4);
    }
}
