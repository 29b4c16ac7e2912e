package io.frontdesk.conversationalpayment.wording;

/**
 * A run of letters, a run of digits, or one other character.
 *
 * @param text normalised, in its own case; digits are ASCII
 * @param folded lower case without accents
 * @param start offset of the first character in the visitor's own text
 * @param end offset behind the last character in the visitor's own text
 * @param space what stands before it
 */
public record Token(Kind kind, String text, String folded, int start, int end, Space space) {
    /** What a token is made of. */
    public enum Kind {
        WORD,
        DIGITS,
        SYMBOL
    }

    /** What separates a token from the one before. */
    public enum Space {
        NONE,
        PLAIN,
        NO_BREAK
    }

    public boolean glued() {
        return space == Space.NONE;
    }

    public boolean word() {
        return kind == Kind.WORD;
    }

    public boolean digits() {
        return kind == Kind.DIGITS;
    }

    public boolean symbol(String allowed) {
        return kind == Kind.SYMBOL && allowed.contains(text);
    }
}
