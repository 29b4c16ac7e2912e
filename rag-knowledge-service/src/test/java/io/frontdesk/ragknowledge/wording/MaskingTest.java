package io.frontdesk.ragknowledge.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Write to jane.doe+x@example.co.uk please | Write to [email] please
                    I am jane (at) example (dot) com | I am [email]
                    Call me on +49 (0)30 1234-567 today | Call me on [phone] today
                    My number is 0171/2345678. | My number is [phone].
                    call (555) 123-4567 | call [phone]
                    Card 4111 1111 1111 1111 was charged | Card [card] was charged
                    Card 4111-1111-1111-1111 | Card [card]
                    IBAN DE89 3704 0044 0532 0130 00 | IBAN [account]
                    رقمي ٠١٧١٢٣٤٥٦٧٨ | رقمي [phone]
                    """)
    void takesPersonalDataOut(String text, String masked) {
        assertThat(Masking.masked(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Are you open on 2026-11-22?",
                "Are you open on 24.12.2026?",
                "From 09:00-17:00?",
                "Is it 1,250.00 EUR?",
                "Room 101, 3rd floor @ noon",
                "Do you open on Sunday?"
            })
    void leavesTheRest(String text) {
        assertThat(Masking.masked(text)).isEqualTo(text);
    }

    @Test
    void isQuickOnHostileText() {
        var hostile = "a.".repeat(5_000) + "@" + "1 ".repeat(5_000) + "b-".repeat(5_000);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(2), () -> Masking.masked(hostile));
    }
}
