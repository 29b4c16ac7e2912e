package io.frontdesk.ragknowledge.chunking;

/** A part that is not cut any further, with what stands between it and the part before it. */
record Piece(String text, String separator, int tokens) {

    static final String PARAGRAPH = "\n\n";
    static final String LINE = "\n";
    static final String SENTENCE = " ";

    static Piece of(String text, String separator) {
        return new Piece(text, separator, Tokens.count(text));
    }
}
