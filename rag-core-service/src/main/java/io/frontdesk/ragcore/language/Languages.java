package io.frontdesk.ragcore.language;

import static com.github.pemistahl.lingua.api.Language.ARABIC;
import static com.github.pemistahl.lingua.api.Language.BOKMAL;
import static com.github.pemistahl.lingua.api.Language.CHINESE;
import static com.github.pemistahl.lingua.api.Language.DANISH;
import static com.github.pemistahl.lingua.api.Language.DUTCH;
import static com.github.pemistahl.lingua.api.Language.ENGLISH;
import static com.github.pemistahl.lingua.api.Language.FINNISH;
import static com.github.pemistahl.lingua.api.Language.FRENCH;
import static com.github.pemistahl.lingua.api.Language.GERMAN;
import static com.github.pemistahl.lingua.api.Language.ITALIAN;
import static com.github.pemistahl.lingua.api.Language.JAPANESE;
import static com.github.pemistahl.lingua.api.Language.KOREAN;
import static com.github.pemistahl.lingua.api.Language.POLISH;
import static com.github.pemistahl.lingua.api.Language.PORTUGUESE;
import static com.github.pemistahl.lingua.api.Language.RUSSIAN;
import static com.github.pemistahl.lingua.api.Language.SPANISH;
import static com.github.pemistahl.lingua.api.Language.SWEDISH;
import static com.github.pemistahl.lingua.api.Language.TURKISH;
import static com.github.pemistahl.lingua.api.Language.UNKNOWN;

import com.github.pemistahl.lingua.api.LanguageDetector;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells in which of eighteen languages a text is written, from its trigrams. The models are read
 * when a script that several of them share is first seen, and take some 15 MB of heap.
 */
@Component
public final class Languages {
    /** Where it cannot be told. */
    public static final String UNDETERMINED = "und";

    private static final Logger log = LoggerFactory.getLogger(Languages.class);
    private static final int HEAD = 600;
    private static final int LEAST_LETTERS = 20;
    private static final int LEAST_IDEOGRAPHS = 2;
    // Of the likeliest over the second, on the detector's scale of 0 to 1.
    private static final double LEAST_LEAD = 0.1;

    private @Nullable LanguageDetector detector;

    /** ISO 639-1, or {@code und} for a text that is short or unclear. Takes any text. */
    public String of(String text) {
        var head = text.length() <= HEAD ? text : text.substring(0, HEAD);
        if (!enough(head)) {
            return UNDETERMINED;
        }
        try {
            var language = detector().detectLanguageOf(head);
            return language == UNKNOWN ? UNDETERMINED : language.getIsoCode639_1().toString();
        } catch (RuntimeException e) {
            log.warn("A text's language could not be told", e);
            return UNDETERMINED;
        }
    }

    /** A few letters fit many languages, unless their script is that of one. */
    private static boolean enough(String text) {
        var letters = 0;
        var ideographs = 0;
        for (var i = 0; i < text.length(); i++) {
            var character = text.charAt(i);
            if (Character.isLetter(character)) {
                letters++;
            }
            if (alone(character)) {
                ideographs++;
            }
        }
        return letters >= LEAST_LETTERS || ideographs >= LEAST_IDEOGRAPHS;
    }

    private static boolean alone(char character) {
        return Character.isIdeographic(character)
                || switch (Character.UnicodeScript.of(character)) {
                    case HIRAGANA, KATAKANA, HANGUL -> true;
                    default -> false;
                };
    }

    private synchronized LanguageDetector detector() {
        var known = detector;
        if (known == null) {
            known =
                    LanguageDetectorBuilder.fromLanguages(
                                    ENGLISH,
                                    GERMAN,
                                    FRENCH,
                                    SPANISH,
                                    ITALIAN,
                                    PORTUGUESE,
                                    DUTCH,
                                    DANISH,
                                    SWEDISH,
                                    BOKMAL,
                                    FINNISH,
                                    POLISH,
                                    TURKISH,
                                    RUSSIAN,
                                    ARABIC,
                                    CHINESE,
                                    JAPANESE,
                                    KOREAN)
                            .withLowAccuracyMode()
                            .withMinimumRelativeDistance(LEAST_LEAD)
                            .build();
            detector = known;
        }
        return known;
    }
}
