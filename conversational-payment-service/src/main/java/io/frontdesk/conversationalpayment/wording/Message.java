package io.frontdesk.conversationalpayment.wording;

import java.util.List;

/**
 * A visitor's text as tokens.
 *
 * @param original the text as it came
 * @param hidden it held characters that a reader does not see, where no language needs them
 * @param reordered it held marks that show characters in another order than they are stored
 */
public record Message(String original, List<Token> tokens, boolean hidden, boolean reordered) {
    /** Reads any string; unpaired surrogates and unassigned characters are symbols. */
    public static Message of(String text) {
        var characters = Characters.of(text);
        return new Message(
                text,
                new Tokenizer(characters).tokens(),
                characters.hidden(),
                characters.reordered());
    }

    public int size() {
        return tokens.size();
    }

    public Token token(int index) {
        return tokens.get(index);
    }

    /** The folded word at this place, or an empty string where there is none. */
    public String word(int index) {
        return index >= 0 && index < size() ? token(index).folded() : "";
    }

    /** Whether a token of this place stands there and touches the one before. */
    public boolean glued(int index) {
        return index > 0 && index < size() && token(index).glued();
    }

    /**
     * The visitor's own characters from one token up to, not including, another. One character may
     * be read as several tokens, and marks that belong to it may come later: then it is as much as
     * lies between.
     */
    public String written(int from, int to) {
        var start = token(from).start();
        return original.substring(start, Math.max(start, token(to - 1).end()));
    }
}
