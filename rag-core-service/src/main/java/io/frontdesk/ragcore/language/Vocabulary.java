package io.frontdesk.ragcore.language;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;

/**
 * How texts of a language become words that can be compared: stemmed, without its commonest words.
 * Text whose language is not known is read as English, which also does the least to others.
 */
public final class Vocabulary {
    private static final String ENGLISH = "en";
    private static final String EAST_ASIAN = "cjk";
    private static final String OTHER = "other";

    private static final Map<String, String> NAMES =
            Map.of(
                    Languages.UNDETERMINED,
                    ENGLISH,
                    "zh",
                    EAST_ASIAN,
                    "ja",
                    EAST_ASIAN,
                    "ko",
                    EAST_ASIAN,
                    "nb",
                    "no",
                    "nn",
                    "no");

    // Letters with accents are left as they are where they are letters of their own.
    private static final Map<String, Supplier<Analyzer>> ANALYSERS =
            Map.ofEntries(
                    Map.entry(ENGLISH, () -> new Unaccented(new EnglishAnalyzer())),
                    Map.entry("fr", () -> new Unaccented(new FrenchAnalyzer())),
                    Map.entry("es", () -> new Unaccented(new SpanishAnalyzer())),
                    Map.entry("it", () -> new Unaccented(new ItalianAnalyzer())),
                    Map.entry("pt", () -> new Unaccented(new PortugueseAnalyzer())),
                    Map.entry("nl", () -> new Unaccented(new DutchAnalyzer())),
                    Map.entry("de", GermanAnalyzer::new),
                    Map.entry("da", DanishAnalyzer::new),
                    Map.entry("sv", SwedishAnalyzer::new),
                    Map.entry("no", NorwegianAnalyzer::new),
                    Map.entry("fi", FinnishAnalyzer::new),
                    Map.entry("ru", RussianAnalyzer::new),
                    Map.entry("ar", ArabicAnalyzer::new),
                    Map.entry("tr", TurkishAnalyzer::new),
                    Map.entry(EAST_ASIAN, CJKAnalyzer::new),
                    Map.entry(OTHER, () -> new Unaccented(new PlainAnalyzer())));

    // "How do I …" says nothing of what is asked for. Lucene's own short list for texts lacks such
    // words, the lists that its other languages have do not.
    private static final String ENGLISH_QUESTION = "en?";

    private static final Map<String, Analyzer> LOADED = new ConcurrentHashMap<>();

    private Vocabulary() {}

    /**
     * The vocabulary in which texts of a language are kept; several languages may share one.
     *
     * @param language ISO 639-1, or {@code und}
     */
    public static String of(String language) {
        var name = NAMES.getOrDefault(language, language);
        return ANALYSERS.containsKey(name) ? name : OTHER;
    }

    /** The words of a text in their order, with repetitions; at most so many. */
    public static List<String> words(String vocabulary, String text, int limit) {
        var analyser =
                LOADED.computeIfAbsent(
                        vocabulary, name -> ANALYSERS.getOrDefault(name, PlainAnalyzer::new).get());
        return words(analyser, text, limit);
    }

    /**
     * The same for a question, without the words that only ask; all of them if it has no others.
     */
    public static List<String> asked(String vocabulary, String question, int limit) {
        if (vocabulary.equals(ENGLISH)) {
            var analyser = LOADED.computeIfAbsent(ENGLISH_QUESTION, name -> englishQuestion());
            var words = words(analyser, question, limit);
            if (!words.isEmpty()) {
                return words;
            }
        }
        return words(vocabulary, question, limit);
    }

    private static Analyzer englishQuestion() {
        try (var list = SnowballFilter.class.getResourceAsStream("english_stop.txt")) {
            var reader =
                    new InputStreamReader(Objects.requireNonNull(list), StandardCharsets.UTF_8);
            var stop = new CharArraySet(WordlistLoader.getSnowballWordSet(reader), true);
            stop.addAll(EnglishAnalyzer.getDefaultStopSet());
            return new Unaccented(new EnglishAnalyzer(stop));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> words(Analyzer analyser, String text, int limit) {
        var words = new ArrayList<String>();
        try (var stream = analyser.tokenStream("text", wellFormed(text))) {
            var term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (words.size() < limit && stream.incrementToken()) {
                if (!term.isEmpty()) {
                    words.add(term.toString());
                }
            }
            return Collections.unmodifiableList(words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Half a surrogate pair cannot be stored as UTF-8, and PostgreSQL's text has no NUL. */
    private static String wellFormed(String text) {
        var encoded = text.replace('\0', ' ').getBytes(StandardCharsets.UTF_8);
        return new String(encoded, StandardCharsets.UTF_8);
    }
}
