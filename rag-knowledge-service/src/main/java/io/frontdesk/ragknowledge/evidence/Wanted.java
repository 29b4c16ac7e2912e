package io.frontdesk.ragknowledge.evidence;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The form that an answer must have: who asks for a price is not helped by a sentence without one.
 */
enum Wanted {
    PRICE(
            "\\b(?:prices?|costs?|fees?|premiums?|salary|salaries|charges?|how"
                    + " expensive|discount)\\b",
            "[$€£¥]\\s?\\d|\\d\\s?(?:[$€£¥%]|dollars?|euros?|usd|eur|percent)|\\bfree\\b|no"
                    + " (?:cost|charge)"),
    NUMBER(
            "\\bhow"
                    + " (?:many|much|long|often|tall|big|old|far|high|quickly|soon|fast|late|early)\\b|\\b(?:maximum|minimum|percentage|share|number"
                    + " of|what number|limit|above which|most)\\b",
            "\\d|\\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|half|once|twice|daily|weekly|biweekly|monthly|yearly|annually|unlimited|no"
                    + " (?:limit|maximum))\\b"),
    CLOCK(
            "\\b(?:what time|opening hours|open until|closing time)\\b",
            "\\d\\s?(?:a\\.?m|p\\.?m|h\\b|o'clock|uhr)|\\d:\\d\\d|\\bnoon\\b|\\bmidnight\\b"),
    TIME(
            "\\b(?:when|which day|by when|deadline|what date|what year)\\b",
            "\\d|\\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\\b|\\b(?:january|february|march|april|may|june"
                    + "|july|august|september|october|november|december)\\b|\\b(?:before|after|until|within|during|daily|weekly|end"
                    + " of|start of|noon|midnight|soon)\\b"),
    CONTACT(
            "\\b(?:phone number|telephone|e-?mail address|contact details)\\b"
                    + "|\\b(?:who|whom|where|how)\\b.{0,24}\\b(?:call|contact|e-?mail|reach)\\b",
            "\\d{3}|@|\\b(?:call|e-?mail|contact|write|ping|reach|address)"),
    ANYTHING("", "");

    private final Pattern asked;
    private final Pattern given;

    Wanted(String asked, String given) {
        this.asked = Pattern.compile(asked);
        this.given = Pattern.compile(given);
    }

    static Wanted by(String question) {
        var lower = question.toLowerCase(Locale.ROOT);
        for (var wanted : values()) {
            if (wanted.asked.matcher(lower).find()) {
                return wanted;
            }
        }
        return ANYTHING;
    }

    boolean isGivenBy(String sentence) {
        return given.matcher(sentence.toLowerCase(Locale.ROOT)).find();
    }
}
