package io.frontdesk.ragknowledge.answering;

import io.frontdesk.ragknowledge.answering.Answer.Citation;
import io.frontdesk.ragknowledge.evidence.Candidate;
import io.frontdesk.ragknowledge.evidence.Scored;
import io.frontdesk.ragknowledge.grounding.Grounded;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Chooses the sentences of an answer and puts them together. */
final class Composition {

    private static final int MOST_SENTENCES = 3;
    private static final int MOST_CHUNKS = 2;
    private static final double NEARLY_AS_GOOD = 0.55;

    private Composition() {}

    /** How likely the best candidate is to be right, 0 to 1. */
    static double confidence(List<Scored> best) {
        return best.isEmpty() ? 0 : rounded(best.getFirst().evidence().confidence());
    }

    /** The best few that are likely enough, in the order of their passages. */
    static List<Candidate> chosen(List<Scored> best, double enough) {
        var chosen = new ArrayList<Candidate>();
        var chunks = new ArrayList<UUID>();
        for (var each : best) {
            var candidate = each.candidate();
            var chunk = candidate.passage().chunkId();
            boolean good =
                    each.score() >= best.getFirst().score() - NEARLY_AS_GOOD
                            && each.evidence().confidence() >= enough;
            boolean isNew = chosen.stream().noneMatch(other -> repeats(candidate, other));
            boolean fits = chunks.contains(chunk) || chunks.size() < MOST_CHUNKS;
            if (good && isNew && fits && chosen.size() < MOST_SENTENCES) {
                chosen.add(candidate);
                chunks.add(chunk);
            }
        }
        chosen.sort(
                Comparator.comparingInt(Candidate::rank)
                        .thenComparingInt(candidate -> candidate.span().start()));
        return chosen;
    }

    private static boolean repeats(Candidate one, Candidate other) {
        boolean overlap =
                one.passage().chunkId().equals(other.passage().chunkId())
                        && one.span().start() < other.span().end()
                        && other.span().start() < one.span().end();
        return overlap || one.text().equalsIgnoreCase(other.text());
    }

    /** The sentences as one text, each with its citation. */
    static Answer of(List<Grounded> sentences, double confidence) {
        var text = new StringBuilder();
        var citations = new ArrayList<Citation>();
        for (var sentence : sentences) {
            if (!text.isEmpty()) {
                text.append(sentence.text().contains("\n") || text.indexOf("\n") >= 0 ? "\n" : " ");
            }
            int start = text.length();
            text.append(sentence.text());
            var passage = sentence.passage();
            citations.add(
                    new Citation(
                            passage.documentId(),
                            passage.title(),
                            passage.chunkId(),
                            passage.heading(),
                            passage.page(),
                            sentence.quote(),
                            start,
                            text.length()));
        }
        return new Answer(text.toString(), false, citations, confidence, null, null);
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
