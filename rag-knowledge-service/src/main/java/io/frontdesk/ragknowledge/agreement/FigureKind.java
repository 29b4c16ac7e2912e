package io.frontdesk.ragknowledge.agreement;

import java.util.regex.Pattern;

/** Figures that can be compared with those of the same kind; in the order of their recognition. */
enum FigureKind {
    MONEY(
            "(?<sign>[€$£¥]|\\b(?:eur|usd|gbp|chf))\\s?(?<amount>\\d[\\d.,']*)"
                    + "|(?<amount2>\\d[\\d.,']*)\\s?(?<sign2>[€$£¥]|(?:eur|usd|gbp|chf|euros?|dollars?"
                    + "|pounds?|francs?|franken)\\b)"
                    + "|(?<free>\\b(?:free of charge|for free|(?:is|are) free|no charge|kostenlos"
                    + "|kostenfrei|gratuit)\\b)"),
    PERCENT("(?<amount>\\d+(?:[.,]\\d+)?)\\s?(?:%|percent\\b|prozent\\b)"),
    DATE(
            "\\b\\d{4}-\\d{2}-\\d{2}\\b|\\b\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}\\b"
                    + "|\\b\\d{1,2}\\.?\\s(?:january|february|march|april|may|june|july|august"
                    + "|september|october|november|december|januar|februar|märz|mai|juni|juli"
                    + "|oktober|dezember)\\b"
                    + "|\\b(?:january|february|march|april|may|june|july|august|september|october"
                    + "|november|december)\\s\\d{1,2}\\b"),
    TIME(
            "\\b(?<hour>[01]?\\d|2[0-4])(?:[:h](?<minute>[0-5]\\d))?\\s?(?<half>a\\.?m\\b|p\\.?m\\b)"
                    + "|\\b(?<hour2>[01]?\\d|2[0-4])[:h](?<minute2>[0-5]\\d)"
                    + "|\\b(?<hour3>[01]?\\d|2[0-4])(?:\\.(?<minute3>[0-5]\\d))?\\s?(?:uhr\\b|o'clock)"
                    + "|(?<noon>\\bnoon\\b)"),
    PHONE("(?:\\+|\\b0)\\d[\\d\\s()/.-]{5,}\\d"),
    DURATION(
            "\\b(?<amount>\\d+(?:[.,]\\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven"
                    + "|twelve|ein|eine|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf)[\\s-]?"
                    + "(?<unit>minute|min\\b|hour|day|week|month|year|stunde|tag|woche|monat|jahr)");

    private final Pattern pattern;

    FigureKind(String pattern) {
        this.pattern = Pattern.compile(pattern, Pattern.UNICODE_CASE);
    }

    Pattern pattern() {
        return pattern;
    }
}
