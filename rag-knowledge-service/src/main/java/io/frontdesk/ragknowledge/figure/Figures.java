package io.frontdesk.ragknowledge.figure;

import io.frontdesk.ragknowledge.figure.Figure.Kind;
import io.frontdesk.ragknowledge.screening.Plain;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads amounts, dates, times, numbers and addresses out of a text. */
public final class Figures {

    private static final String NUMBER = "\\d+(?:[.,'\\u2019 ]\\d{3}(?!\\d))*(?:[.,]\\d+)?";

    /** Not the end of a longer number: 950:00 holds no 50:00. */
    private static final String WHOLE = "(?<!\\d)(?<!\\d[.,:])";

    private static final Pattern DIGITS =
            Pattern.compile("[\\p{Nd}\\p{Nl}\\p{No}][\\p{Nd}\\p{Nl}\\p{No}.,:/' -]*");
    private static final String CURRENCY =
            "(?:[$€£¥₽₹₩₺₴]|\\b(?:usd|eur|euros?|gbp|chf|jpy|cny|rmb|yuan|yen|pounds?|dollars?|bucks?"
                    + "|cents?|francs?|franken|rub|rubles?|pln|sek|nok|dkk|czk|inr|aud|cad)\\b|元|円|руб\\p{L}*|евро)";
    private static final String MONTH =
            "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mai|okt|dez|januar|februar|märz"
                    + "|juni|juli|oktober|dezember)\\p{L}*\\.?";
    private static final String WORDS =
            "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
                    + "|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty"
                    + "|seventy|eighty|ninety|hundred|thousand|million|half|twice|double|dozen"
                    + "|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf";

    /** In the order in which they are looked for: what an earlier one took is gone. */
    private static final List<Reading> READINGS =
            List.of(
                    new Reading(
                            Kind.EMAIL,
                            compile("[\\p{L}\\d._%+-]+@[\\p{L}\\d-]+(?:\\.[\\p{L}\\d-]+)+")),
                    new Reading(
                            Kind.URL,
                            compile(
                                    "(?:https?://|ftp://|www\\.)[^\\s<>\"]+"
                                            + "|(?<![@\\p{L}\\d.-])[a-z0-9][a-z0-9-]*(?:\\.[a-z0-9-]+)*\\.(?:com|org|net|io|de|eu|fr|gov|edu|info|biz|co|uk|ch|at|ru|cn|xyz|app|dev|shop|online|site|example|test|invalid)\\b(?:/[^\\s<>\"]*)?")),
                    new Reading(
                            Kind.DATE,
                            compile(
                                    WHOLE
                                            + "(?:\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}"
                                            + "|\\d{1,2}(?:st|nd|rd|th|\\.)?(?: of)? "
                                            + MONTH
                                            + "(?: \\d{4})?)"
                                            + "|\\b"
                                            + MONTH
                                            + " \\d{1,2}(?:st|nd|rd|th)?(?!\\d)(?:,? \\d{4})?")),
                    new Reading(
                            Kind.TIME,
                            compile(
                                    WHOLE
                                            + "(?:\\d{1,2}[:.]\\d{2}(?::\\d{2})?(?: ?(?:a\\.?m\\.?|p\\.?m\\.?|h|uhr))(?!\\p{L})|\\d{1,2}:\\d{2}(?!\\d)"
                                            + "|\\d{1,2} ?(?:a\\.?m\\.?|p\\.?m\\.?|uhr|o'clock)(?!\\p{L}))|\\b(?:noon|midnight)\\b")),
                    new Reading(
                            Kind.AMOUNT,
                            compile(
                                    CURRENCY
                                            + " ?"
                                            + NUMBER
                                            + "|"
                                            + NUMBER
                                            + "(?:,-)?(?: ?[-]?)"
                                            + CURRENCY
                                            + "|\\b(?:"
                                            + WORDS
                                            + ") "
                                            + CURRENCY)),
                    new Reading(
                            Kind.PERCENTAGE,
                            compile(
                                    NUMBER
                                            + " ?(?:%|‰|per ?cent\\b|percent\\b|prozent\\b|процент\\p{L}*)")),
                    new Reading(
                            Kind.QUANTITY,
                            compile(NUMBER + "[ -]?(?:" + Units.NAMES + ")(?![\\p{L}\\d])")),
                    new Reading(
                            Kind.PHONE,
                            compile("(?<![\\p{L}\\d])(?:\\+|00)?\\(?\\d[\\d ()./-]{5,}\\d(?!\\d)")),
                    new Reading(
                            Kind.NUMBER,
                            compile(
                                    "[\\p{Nd}\\p{Nl}\\p{No}]+(?:[.,:/'-]\\p{Nd}+)*|\\b(?:"
                                            + WORDS
                                            + ")\\b"
                                            + "|[一二三四五六七八九十百千万]+")));

    private Figures() {}

    private static Pattern compile(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** The figures of the text as a reader sees it, in order; no character belongs to two. */
    public static List<Figure> of(String text) {
        var seen = Plain.visible(text);
        var figures = new ArrayList<Figure>();
        var rest = new StringBuilder(seen);
        for (var reading : READINGS) {
            var kind = reading.kind();
            var found = reading.pattern().matcher(rest.toString()).results().toList();
            for (var match : found) {
                if (kind != Kind.PHONE || isPhone(match)) {
                    figures.add(new Figure(kind, value(kind, match), match.start(), match.end()));
                    rest.replace(
                            match.start(), match.end(), "\u0000".repeat(match.group().length()));
                }
            }
        }
        figures.sort(Comparator.comparingInt(Figure::start));
        return figures;
    }

    /** The text as a reader sees it, blanks in the place of its figures. */
    public static String without(String text) {
        var rest = new StringBuilder(Plain.visible(text));
        for (var figure : of(text)) {
            for (int i = figure.start(); i < figure.end(); i++) {
                rest.setCharAt(i, ' ');
            }
        }
        return rest.toString();
    }

    private static boolean isPhone(MatchResult match) {
        return digits(match.group()).length() >= 6;
    }

    private static String value(Kind kind, MatchResult match) {
        var text = match.group().toLowerCase(Locale.ROOT).strip();
        return switch (kind) {
            case URL -> text.replaceAll("[.,;:!?)\\]}'\"]+$", "");
            case PHONE -> digits(text);
            case TIME -> text.replaceAll("[ .]", "").replaceFirst("^0(?=\\d)", "");
            case AMOUNT -> number(text) + " " + Units.currency(text);
            case PERCENTAGE -> number(text) + " %";
            case QUANTITY -> number(text) + " " + Units.unit(text);
            case DATE ->
                    text.replaceAll("(?<=\\d)(?:st|nd|rd|th)\\b|,|\\bof ", "")
                            .replaceAll(" +", " ");
            case NUMBER -> number(text);
            case EMAIL -> text;
        };
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "");
    }

    /** Only zeros behind the decimal point are left out: 95.00 is 95, but 1.000 stays as it is. */
    private static String number(String text) {
        var digits = DIGITS.matcher(text);
        if (!digits.find()) {
            return Units.number(text.replaceFirst("[^\\p{L}].*", ""));
        }
        return digits.group().strip().replaceAll("[.,:/' -]+$", "").replaceFirst("[.,]0{1,2}$", "");
    }

    private record Reading(Kind kind, Pattern pattern) {}
}
