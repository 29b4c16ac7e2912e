package io.frontdesk.ragknowledge.wording;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes personal data out of a text: e-mail addresses, phone, card and account numbers. */
public final class Masking {

    private static final Pattern EMAIL =
            Pattern.compile(
                    "[\\p{L}\\p{N}._%+'-]{1,64}\\s?(?:@|＠|\\(at\\)|\\[at])\\s?"
                            + "[\\p{L}\\p{N}-]{1,63}(?:(?:\\.|\\s?(?:\\(dot\\)|\\[dot])\\s?)[\\p{L}\\p{N}-]{1,63}){1,5}",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern ACCOUNT =
            Pattern.compile(
                    "\\b[A-Z]{2}\\d{2}(?:[ ]?[A-Z0-9]{4}){2,7}(?:[ ]?[A-Z0-9]{1,3})?\\b",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern DIGITS =
            Pattern.compile(
                    "(?<![\\p{N}\\p{L}])[+(]{0,2}\\p{Nd}(?:[ ()/.\\u00a0‑–-]{0,3}\\p{Nd}){6,18}(?!\\p{N})");
    private static final Pattern DATE =
            Pattern.compile(
                    "\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}(?: \\d{1,2})?|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{2,4}(?: \\d{1,2})?");
    private static final int SHORTEST_CARD = 13;

    private Masking() {}

    public static String masked(String text) {
        var masked = EMAIL.matcher(text).replaceAll("[email]");
        masked = ACCOUNT.matcher(masked).replaceAll("[account]");
        return DIGITS.matcher(masked).replaceAll(Masking::number);
    }

    private static String number(MatchResult found) {
        var text = found.group();
        if (DATE.matcher(text).matches()) {
            return Matcher.quoteReplacement(text);
        }
        var digits = text.codePoints().filter(Character::isDigit).map(Character::getNumericValue);
        var values = digits.toArray();
        return values.length >= SHORTEST_CARD && isCard(values) ? "[card]" : "[phone]";
    }

    /** The check digit of card numbers (ISO/IEC 7812-1, annex B). */
    private static boolean isCard(int[] digits) {
        int sum = 0;
        for (int i = 0; i < digits.length; i++) {
            int digit = digits[digits.length - 1 - i] * (i % 2 == 0 ? 1 : 2);
            sum += digit > 9 ? digit - 9 : digit;
        }
        return sum % 10 == 0;
    }
}
