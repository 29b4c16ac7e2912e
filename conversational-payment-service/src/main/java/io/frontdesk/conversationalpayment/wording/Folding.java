package io.frontdesk.conversationalpayment.wording;

import java.text.Normalizer;
import java.util.Locale;

/** Makes words comparable: lower case, without accents, ß as ss, ø as o, æ as ae. */
public final class Folding {
    private Folding() {}

    public static String fold(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        if (lower.chars().allMatch(character -> character < 0x80)) {
            return lower;
        }
        var folded = new StringBuilder(lower.length());
        for (var character : Normalizer.normalize(lower, Normalizer.Form.NFKD).toCharArray()) {
            if (Character.getType(character) != Character.NON_SPACING_MARK) {
                folded.append(plain(character));
            }
        }
        return folded.toString();
    }

    private static String plain(char character) {
        return switch (character) {
            case 'ß' -> "ss";
            case 'ø' -> "o";
            case 'æ' -> "ae";
            case 'œ' -> "oe";
            case 'ł' -> "l";
            case 'đ' -> "d";
            case 'ı' -> "i";
            default -> String.valueOf(character);
        };
    }
}
