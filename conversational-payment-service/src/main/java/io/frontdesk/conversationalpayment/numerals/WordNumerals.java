package io.frontdesk.conversationalpayment.numerals;

import io.frontdesk.conversationalpayment.numerals.Numeral.Notation;
import io.frontdesk.conversationalpayment.wording.Message;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads numbers in words, first in the visitor's language, then in the others that it knows. */
final class WordNumerals {
    private static final int MOST_WORDS = 40;
    private static final int LONGEST = 160;
    private static final Set<String> LINKS = Set.of("and", "und", "et", "y");
    private static final Set<String> HALVES = Set.of("andahalf", "undeinhalb", "etdemi", "ymedio");
    private static final Set<String> ARTICLES =
            Set.of("a", "an", "ein", "eine", "einen", "einem", "einer", "un", "une", "una");

    /** Number words that mean something else in other languages. */
    private static final Map<String, String> HOMOGRAPHS =
            Map.of(
                    "once", "es", "cent", "fr", "neuf", "fr", "elf", "de", "mil", "es", "mille",
                    "fr", "null", "de");

    private static final Map<String, Spelling> SPELLINGS = spellings();

    private WordNumerals() {}

    private static Map<String, Spelling> spellings() {
        var spellings = new LinkedHashMap<String, Spelling>();
        spellings.put("en", new Spelling(Locale.ENGLISH, "thousand", List.of()));
        spellings.put("de", new Spelling(Locale.GERMAN, "tausend", List.of()));
        var swiss = List.of(Locale.forLanguageTag("fr-CH"), Locale.forLanguageTag("fr-BE"));
        spellings.put("fr", new Spelling(Locale.FRENCH, "mille", swiss));
        spellings.put("es", new Spelling(Locale.forLanguageTag("es"), "mil", List.of()));
        return spellings;
    }

    /** The number whose words begin at this token, if any do. */
    static @Nullable Numeral at(Message message, int from, Locale locale) {
        if (from > 0 && message.glued(from) && message.token(from - 1).digits()) {
            return null;
        }
        var languages = new ArrayList<>(SPELLINGS.keySet());
        languages.remove(locale.getLanguage());
        if (SPELLINGS.containsKey(locale.getLanguage())) {
            languages.addFirst(locale.getLanguage());
        }
        Numeral best = null;
        for (var language : languages) {
            var found = in(message, from, language, locale);
            if (found != null && (best == null || found.to() > best.to())) {
                best = found;
            }
        }
        return best;
    }

    private static @Nullable Numeral in(Message message, int from, String language, Locale locale) {
        var first = message.word(from);
        var home = HOMOGRAPHS.get(first);
        if (home != null && !(home.equals(language) && home.equals(locale.getLanguage()))) {
            return null;
        }
        var spelling = SPELLINGS.get(language);
        if (spelling == null) {
            return null;
        }
        Numeral best = ARTICLES.contains(first) ? article(from) : null;
        var letters = new StringBuilder();
        for (var at = from; at < message.size() && at < from + MOST_WORDS; at++) {
            var token = message.token(at);
            if (token.symbol("-") && token.glued() && message.glued(at + 1)) {
                continue;
            }
            if (!token.word()) {
                break;
            }
            if (letters.length() + token.folded().length() > LONGEST) {
                return best == null ? null : unreadable(from, best.to());
            }
            letters.append(token.folded());
            if (best != null && LINKS.contains(token.folded())) {
                continue;
            }
            var value = spelling.value(letters.toString());
            if (value >= 0 && !ARTICLES.contains(letters.toString())) {
                best = words(from, at + 1, BigDecimal.valueOf(value));
            } else if (!spelling.begins(letters.toString())) {
                break;
            }
        }
        return best == null ? oneWord(message, from, spelling) : half(message, best);
    }

    /** Two and a half in one word, or a price such as twelve-fifty. */
    private static @Nullable Numeral oneWord(Message message, int from, Spelling spelling) {
        var word = message.word(from);
        if (word.equals("anderthalb")) {
            return words(from, from + 1, new BigDecimal("1.5"));
        }
        if (word.endsWith("einhalb") && word.length() <= LONGEST) {
            var whole = spelling.value(word.substring(0, word.length() - 7));
            return whole < 0
                    ? null
                    : words(from, from + 1, new BigDecimal(whole).add(new BigDecimal("0.5")));
        }
        var pair = word.length() <= LONGEST ? spelling.pair(word) : List.<Integer>of();
        return pair.isEmpty() ? null : price(from, from + 1, pair.getFirst(), pair.getLast());
    }

    private static Numeral half(Message message, Numeral numeral) {
        var letters = new StringBuilder();
        for (var at = numeral.to(); at < Math.min(message.size(), numeral.to() + 3); at++) {
            letters.append(message.word(at));
            var whole = numeral.only();
            if (whole != null && HALVES.contains(letters.toString())) {
                return words(numeral.from(), at + 1, whole.add(new BigDecimal("0.5")));
            }
        }
        return numeral;
    }

    /** "Twelve fifty" can be twelve and fifty hundredths or twelve hundred and fifty. */
    static Numeral price(int from, int to, int whole, int hundredths) {
        var readings =
                List.of(
                        new BigDecimal(whole).add(BigDecimal.valueOf(hundredths, 2)),
                        new BigDecimal(whole * 100L + hundredths));
        return new Numeral(from, to, readings, ' ', Notation.WORDS);
    }

    /** A number that no rule explains, such as "one two three". */
    static Numeral unreadable(int from, int to) {
        return new Numeral(from, to, List.of(), '\0', Notation.WORDS);
    }

    private static Numeral article(int from) {
        return new Numeral(from, from + 1, List.of(BigDecimal.ONE), '\0', Notation.ARTICLE);
    }

    private static Numeral words(int from, int to, BigDecimal value) {
        return new Numeral(from, to, List.of(value), '\0', Notation.WORDS);
    }
}
