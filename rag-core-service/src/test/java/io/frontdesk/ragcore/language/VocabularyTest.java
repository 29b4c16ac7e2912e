package io.frontdesk.ragcore.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VocabularyTest {
    @ParameterizedTest
    @CsvSource({
        "en, prices, price",
        "de, Preisen, Preise",
        "fr, chevaux, cheval",
        "es, reservas, reserva",
        "it, prezzi, prezzo",
        "pt, preços, preco",
        "nl, afspraken, afspraak",
        "da, priserne, priser",
        "sv, priserna, priser",
        "nb, prisene, priser",
        "fi, talossa, talo",
        "ru, цены, цена",
        "ar, الأسعار, أسعار",
        "tr, fiyatlar, fiyat",
        "und, prices, price"
    })
    void bringsFormsOfAWordTogether(String language, String one, String other) {
        assertThat(words(language, one)).isNotEmpty().isEqualTo(words(language, other));
    }

    @Test
    void takesTextWithoutSpacesApart() {
        assertThat(words("ja", "営業時間")).contains("営業", "時間");
        assertThat(words("zh", "营业时间")).contains("营业", "时间");
    }

    @Test
    void foldsAccentsOfOtherLanguages() {
        assertThat(words("pl", "Strzyżenie")).isEqualTo(words("cs", "strzyzenie"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "ja", "ru", "pl", "und"})
    void takesAnyText(String language) {
        assertThat(words(language, "\ud800 a\0b \udc00\ud800 🎉 ??? 日本語 كيف")).isNotNull();
        assertThat(words(language, "x".repeat(100_000))).isNotEmpty();
        assertThat(words(language, "?!".repeat(5_000))).isEmpty();
        assertThat(words(language, "one two three ".repeat(1_000))).hasSizeLessThanOrEqualTo(500);
    }

    private static List<String> words(String language, String text) {
        return Vocabulary.words(Vocabulary.of(language), text, 500);
    }

    @Test
    void leavesOutWhatMerelyAsks() {
        assertThat(Vocabulary.asked("en", "How do I cancel my appointment?", 10))
                .isEqualTo(Vocabulary.words("en", "cancel appointment", 10));
        assertThat(Vocabulary.asked("en", "Who are you?", 10))
                .isEqualTo(Vocabulary.words("en", "Who are you?", 10))
                .isNotEmpty();
        assertThat(Vocabulary.words("en", "How to cancel", 10)).contains("how");
    }
}
