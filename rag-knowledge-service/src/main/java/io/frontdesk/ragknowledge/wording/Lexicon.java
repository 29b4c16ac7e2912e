package io.frontdesk.ragknowledge.wording;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words that questions to a business are made of. */
final class Lexicon {

    static final Set<String> NEGATIONS =
            words("no not never none without cannot nor neither nicht kein keine nie ohne");

    static final Pattern NECESSITY =
            Pattern.compile(
                    "\\b(?:must|have to|has to|needs? to|do (?:i|we) need|required?|requirement|necessary"
                            + "|mandatory|obligatory|compulsory|muss|müssen)\\b");

    /** Words that every question may have. Prepositions that turn a meaning round are not here. */
    private static final Set<String> EMPTY =
            words(
                    "a an and or the this that these those there here it its i me my mine"
                            + " we us our you your yours he she they them their is are am was were be"
                            + " been being do does did done doing have has had having can could will"
                            + " would shall should may might must need needs to of in on at by for"
                            + " with about as into what when where which who whom whose why how much"
                            + " many long often late early soon time day hours if so then than also"
                            + " just please hello hi hey thanks thank tell know say want wants wanted"
                            + " like wondering wonder ask asking question possible able allowed get"
                            + " gets getting got give gives take takes taking accept accepts accepting"
                            + " offer offers offered provide provides let make makes any some anything"
                            + " something one exactly currently actually really maybe ever go going"
                            + " come use happen happens find found located location address price"
                            + " prices pricing cost costs fee fees charge charges rate rates expensive"
                            + " duration required require requirement necessary mandatory obligatory"
                            + " compulsory der die das den dem des ein eine einen einem einer ist sind"
                            + " bin war haben hat habe ich du er sie es wir ihr mir mich uns euch"
                            + " ihnen kann können könnt muss müssen und oder zu zum zur im auf für mit"
                            + " von bei wann wo wer wie warum welche welcher welches viel viele oft"
                            + " lange bitte gibt kostet preis preise");

    private static final List<Set<String>> SYNONYMS =
            List.of(
                    words(
                            "book booking bookings appointment appointments reserve reservation"
                                    + " reservations schedule scheduling"),
                    words("reschedule rescheduling postpone move shift"),
                    words("cancel cancelling canceling cancellation cancellations"),
                    words("open opens opened opening openings"),
                    words("close closes closed closing shut"),
                    words("deliver delivery deliveries ship shipping shipment"),
                    words("child children kid kids"),
                    words("man men gentleman gentlemen"),
                    words("woman women lady ladies"),
                    words("pay paying payment payments"),
                    words("phone phones telephone call calls"),
                    words("email mail e-mail mails emails"),
                    words("wifi wlan wireless internet"),
                    words("accessible accessibility wheelchair wheelchairs"),
                    words("dog dogs"),
                    words("voucher vouchers coupon coupons"),
                    words("haircut haircuts"),
                    words("photo photos picture pictures"),
                    words("car cars vehicle vehicles"),
                    words("repair repairs repairing fix fixing"),
                    words("buy purchase purchasing"),
                    words("refund refunds reimbursement"),
                    words("insurance insurances insurer insurers"));

    private static final Map<String, String> CANON = canon();
    private static final Map<String, String> FIGURES = figures();
    private static final List<String> ENDINGS =
            List.of("ations", "ation", "ings", "ing", "ies", "ied", "ers", "er", "ed", "es", "s");

    private Lexicon() {}

    static boolean isEmpty(String word) {
        return EMPTY.contains(word);
    }

    /** The number, weekday or month that a word is, in one spelling. */
    static @Nullable String figure(String word) {
        return Character.isDigit(word.codePointAt(0))
                ? word.replaceFirst("^0+(?=\\d)", "")
                : FIGURES.get(word);
    }

    /** The word's synonym group, else its stem. */
    static String topic(String word) {
        var canon = CANON.get(word);
        return canon != null ? canon : stem(word);
    }

    private static String stem(String word) {
        if (word.length() <= 4 || word.charAt(0) > 0x250) {
            return word.length() == 4 && word.endsWith("s") && !word.endsWith("ss")
                    ? word.substring(0, 3)
                    : word;
        }
        for (var ending : ENDINGS) {
            if (word.endsWith(ending)
                    && !word.endsWith("ss")
                    && word.length() - ending.length() >= 3) {
                var stem = word.substring(0, word.length() - ending.length());
                return ending.startsWith("ie") ? stem + "y" : trimmed(stem);
            }
        }
        return trimmed(word);
    }

    private static String trimmed(String stem) {
        int last = stem.length() - 1;
        boolean doubled = last > 2 && stem.charAt(last) == stem.charAt(last - 1);
        boolean silent = last > 2 && stem.charAt(last) == 'e';
        return doubled || silent ? stem.substring(0, last) : stem;
    }

    private static Map<String, String> canon() {
        var canon = new HashMap<String, String>();
        for (var group : SYNONYMS) {
            var first = group.stream().sorted().findFirst().orElseThrow();
            group.forEach(word -> canon.put(word, "=" + first));
        }
        return Map.copyOf(canon);
    }

    private static Map<String, String> figures() {
        var figures = new HashMap<String, String>();
        number(figures, "zero one two three four five six seven eight nine ten eleven twelve");
        number(figures, "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf");
        figures.remove("one"); // "Can I book one?" names no number.
        each(figures, "first second third", "#");
        days(figures, "monday tuesday wednesday thursday friday saturday sunday", "s");
        days(figures, "mon tue wed thu fri sat sun", "");
        days(figures, "montag dienstag mittwoch donnerstag freitag samstag sonntag", "s");
        days(figures, "lundi mardi mercredi jeudi vendredi samedi dimanche", "s");
        days(figures, "lunes martes miércoles jueves viernes sábado domingo", "s");
        each(
                figures,
                "today tomorrow yesterday tonight weekend weekday morning noon afternoon evening"
                        + " night midnight easter christmas holiday holidays",
                "@");
        figures.put("weekends", "@weekend");
        figures.put("weekdays", "@weekday");
        figures.put("holidays", "@holiday");
        each(
                figures,
                "january february april june july august september october november december",
                "@");
        return Map.copyOf(figures);
    }

    private static void number(Map<String, String> figures, String words) {
        var all = words.split(" ", -1);
        for (int i = 0; i < all.length; i++) {
            figures.put(all[i], Integer.toString(i));
        }
    }

    private static void days(Map<String, String> figures, String words, String plural) {
        var all = words.split(" ", -1);
        for (int i = 0; i < all.length; i++) {
            figures.put(all[i], "day" + i);
            figures.put(all[i] + plural, "day" + i);
        }
    }

    private static void each(Map<String, String> figures, String words, String mark) {
        for (var word : words.split(" ", -1)) {
            figures.put(word, mark + word);
        }
    }

    private static Set<String> words(String list) {
        return Set.copyOf(List.of(list.split(" ", -1)));
    }
}
