package io.frontdesk.ragcore.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {
    private static final Languages LANGUAGES = new Languages();

    @ParameterizedTest
    @CsvSource({
        "en, What does a haircut cost on a Saturday afternoon?",
        "de, Was kostet ein Haarschnitt am Samstagnachmittag bei Ihnen?",
        "fr, Combien coûte une coupe de cheveux le samedi après-midi ?",
        "es, ¿Cuánto cuesta un corte de pelo el sábado por la tarde en su peluquería?",
        "it, Quanto costa un taglio di capelli il sabato pomeriggio da voi?",
        "pt, Quanto custa um corte de cabelo no sábado à tarde? Vocês estão abertos?",
        "nl, Hoeveel kost een knipbeurt op zaterdagmiddag bij jullie?",
        "fi, Mitä hiustenleikkaus maksaa lauantaina iltapäivällä?",
        "pl, Ile kosztuje strzyżenie w sobotę po południu?",
        "tr, Cumartesi öğleden sonra saç kesimi ne kadar oluyor?",
        "ru, Сколько стоит стрижка в субботу днём?",
        "ar, كم تكلفة قص الشعر يوم السبت؟",
        "ja, カットはいくらですか",
        "zh, 剪头发多少钱",
        "ko, 커트는 얼마예요"
    })
    void tellsTheLanguage(String language, String text) {
        assertThat(LANGUAGES.of(text)).isEqualTo(language);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "   ", "Preise", "12345 678 999", "???", "🎉🎉🎉", "\ud800", "a\0b"})
    void leavesOpenWhatIsShortOrNoText(String text) {
        assertThat(LANGUAGES.of(text)).isEqualTo(Languages.UNDETERMINED);
    }

    @Test
    void takesTextsOfAnyLength() {
        assertThat(LANGUAGES.of("The lease begins on the first of May. ".repeat(10_000)))
                .isEqualTo("en");
        assertThat(LANGUAGES.of("x".repeat(1_000_000))).isNotNull();
    }
}
