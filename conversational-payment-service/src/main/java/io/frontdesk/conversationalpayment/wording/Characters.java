package io.frontdesk.conversationalpayment.wording;

import java.text.Normalizer;
import java.util.Arrays;

/** The characters of a text after compatibility normalisation, each with its place in the text. */
final class Characters {
    private static final int CANCEL_TAG = 0xE007F;
    private static final int BLACK_FLAG = 0x1F3F4;

    private final StringBuilder normal = new StringBuilder();
    private int[] starts;
    private int[] ends;
    private boolean hidden;
    private boolean reordered;

    private Characters(int length) {
        starts = new int[length + 16];
        ends = new int[length + 16];
    }

    static Characters of(String text) {
        var characters = new Characters(text.length());
        characters.read(text);
        return characters;
    }

    private void read(String text) {
        var at = 0;
        var flag = false;
        while (at < text.length()) {
            var start = at;
            var character = text.codePointAt(at);
            at += Character.charCount(character);
            flag = character == BLACK_FLAG || (flag && isTag(character));
            if (invisible(character)) {
                notice(text, character, start, at, flag);
                continue;
            }
            while (at < text.length() && isMark(text.codePointAt(at))) {
                at += Character.charCount(text.codePointAt(at));
            }
            append(normal(character, text.substring(start, at)), start, at);
        }
    }

    private void notice(String text, int character, int start, int end, boolean inFlag) {
        reordered |= character >= 0x202A && character <= 0x202E;
        var between =
                start > 0
                        && end < text.length()
                        && latin(text.charAt(start - 1))
                        && latin(text.charAt(end));
        var softHyphen = character == 0xAD;
        hidden |= reordered || (isTag(character) && !inFlag) || (between && !softHyphen);
        hidden |= Character.getType(character) == Character.CONTROL;
    }

    private void append(String piece, int start, int end) {
        var from = normal.length();
        normal.append(piece);
        if (normal.length() > starts.length) {
            starts = Arrays.copyOf(starts, normal.length() * 2);
            ends = Arrays.copyOf(ends, normal.length() * 2);
        }
        Arrays.fill(starts, from, normal.length(), start);
        Arrays.fill(ends, from, normal.length(), end);
    }

    private static String normal(int character, String cluster) {
        if (Character.getType(character) == Character.OTHER_NUMBER) {
            return "\uFFFC"; // a raised 2 or a ½ must not lengthen the digits beside it
        }
        if (Character.isDigit(character)) {
            return String.valueOf(Character.digit(character, 10));
        }
        return switch (character) {
            case '\u2019', '\u2018', '\u02BC', '`', '\u00B4', '\u2032', '\u201B' -> "'";
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212' -> "-";
            case '\u066B' -> ".";
            case '\u066C' -> ",";
            case '\u2044' -> "/";
            case '\u00A0', '\u202F', '\u2007', '\u2009' -> "\u00A0";
            default ->
                    Character.isWhitespace(character) || Character.isSpaceChar(character)
                            ? " "
                            : Normalizer.normalize(cluster, Normalizer.Form.NFKC);
        };
    }

    private static boolean invisible(int character) {
        var type = Character.getType(character);
        return type == Character.FORMAT
                || (type == Character.CONTROL && !Character.isWhitespace(character))
                || isSelector(character)
                || character == 0x034F
                || character == 0x115F
                || character == 0x1160
                || character == 0x2800
                || character == 0x3164
                || character == 0xFFA0;
    }

    private static boolean isMark(int character) {
        var type = Character.getType(character);
        return (type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK)
                && !isSelector(character)
                && character != 0x034F;
    }

    private static boolean isSelector(int character) {
        return (character >= 0xFE00 && character <= 0xFE0F)
                || (character >= 0xE0100 && character <= 0xE01EF);
    }

    private static boolean isTag(int character) {
        return character >= 0xE0000 && character <= CANCEL_TAG;
    }

    private static boolean latin(char character) {
        return character < 0x250 && Character.isLetterOrDigit(character);
    }

    String normal() {
        return normal.toString();
    }

    int start(int index) {
        return starts[index];
    }

    int end(int index) {
        return ends[index];
    }

    boolean hidden() {
        return hidden;
    }

    boolean reordered() {
        return reordered;
    }
}
