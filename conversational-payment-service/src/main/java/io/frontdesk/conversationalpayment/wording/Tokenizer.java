package io.frontdesk.conversationalpayment.wording;

import io.frontdesk.conversationalpayment.wording.Token.Kind;
import io.frontdesk.conversationalpayment.wording.Token.Space;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Cuts characters into tokens. An English contraction is one word ("don't" is "dont"), an elided
 * article is a word of its own ("l'acompte" is "l" and "acompte").
 */
final class Tokenizer {
    private static final Set<String> CONTRACTIONS = Set.of("t", "s", "m", "d", "ll", "re", "ve");

    private final Characters characters;
    private final String text;
    private final List<Token> tokens = new ArrayList<>();

    Tokenizer(Characters characters) {
        this.characters = characters;
        this.text = characters.normal();
    }

    List<Token> tokens() {
        var at = 0;
        var space = Space.PLAIN;
        while (at < text.length()) {
            var character = text.codePointAt(at);
            if (character == ' ' || character == '\u00A0') {
                space = character == ' ' ? Space.PLAIN : Space.NO_BREAK;
                at++;
                continue;
            }
            if (elision(at)) {
                space = Space.PLAIN;
                at++;
                continue;
            }
            var end = end(at, character);
            add(at, end, character, space);
            space = Space.NONE;
            at = end;
        }
        return List.copyOf(tokens);
    }

    private boolean elision(int at) {
        return text.charAt(at) == '\''
                && at > 0
                && at + 1 < text.length()
                && letter(text.codePointBefore(at))
                && letter(text.codePointAt(at + 1));
    }

    private int end(int at, int character) {
        if (digit(character)) {
            return run(at, false);
        }
        if (!letter(character)) {
            return at + Character.charCount(character);
        }
        var end = run(at, true);
        if (end < text.length() - 1 && text.charAt(end) == '\'') {
            var behind = run(end + 1, true);
            if (CONTRACTIONS.contains(Folding.fold(text.substring(end + 1, behind)))) {
                return behind;
            }
        }
        return end;
    }

    private int run(int at, boolean letters) {
        var end = at;
        while (end < text.length()) {
            var character = text.codePointAt(end);
            if (letters ? !inWord(character) : !digit(character)) {
                break;
            }
            end += Character.charCount(character);
        }
        return end;
    }

    private void add(int from, int to, int first, Space space) {
        var piece = text.substring(from, to);
        var kind = digit(first) ? Kind.DIGITS : letter(first) ? Kind.WORD : Kind.SYMBOL;
        var plain = kind == Kind.WORD ? Folding.fold(piece.replace("'", "")) : piece;
        var folded = plain.isEmpty() ? piece : plain;
        tokens.add(
                new Token(
                        kind,
                        piece,
                        folded,
                        characters.start(from),
                        characters.end(to - 1),
                        tokens.isEmpty() ? Space.PLAIN : space));
    }

    private static boolean digit(int character) {
        return character >= '0' && character <= '9';
    }

    private static boolean inWord(int character) {
        return letter(character) || Character.getType(character) == Character.NON_SPACING_MARK;
    }

    private static boolean letter(int character) {
        return Character.isLetter(character);
    }
}
