package io.frontdesk.ragknowledge.chunking;

/**
 * How many WordPiece tokens of bge-small a text comes to, estimated from above without the
 * vocabulary: common English words are one token, longer ones one more per five letters, and what
 * is not Latin is one token a character.
 */
final class Tokens {

    private static final int COMMON_WORD = 7;
    private static final int PIECE = 4;

    private Tokens() {}

    static int count(String text) {
        int tokens = 0;
        int word = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x250 && Character.isLetterOrDigit(c)) {
                word++;
                continue;
            }
            tokens += inWord(word);
            word = 0;
            tokens += Character.isWhitespace(c) ? 0 : 1;
        }
        return tokens + inWord(word);
    }

    private static int inWord(int letters) {
        if (letters == 0) {
            return 0;
        }
        return letters <= COMMON_WORD ? 1 : 1 + (letters - COMMON_WORD + PIECE - 1) / PIECE;
    }
}
