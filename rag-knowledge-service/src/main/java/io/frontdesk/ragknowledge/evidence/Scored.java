package io.frontdesk.ragknowledge.evidence;

/** A candidate with what speaks for it. */
public record Scored(Candidate candidate, Evidence evidence) {
    public double score() {
        return evidence.score();
    }
}
