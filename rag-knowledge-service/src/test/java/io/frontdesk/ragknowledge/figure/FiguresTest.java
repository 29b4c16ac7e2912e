package io.frontdesk.ragknowledge.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It costs 95.00 EUR. | AMOUNT 95 eur",
                "It costs €95 | AMOUNT 95 eur",
                "It costs 1,250.50 dollars | AMOUNT 1,250.50 dollar",
                "95 Euro or 90 USD | AMOUNT 95 eur; AMOUNT 90 usd",
                "room 12 | NUMBER 12",
                "room 9.5. | NUMBER 9.5",
                "15% off, 20 percent off | PERCENTAGE 15 %; PERCENTAGE 20 %",
                "three visits, 3 visits | NUMBER 3; QUANTITY 3 visit",
                "within 14 days and 2 hours | QUANTITY 14 day; QUANTITY 2 hour",
                "a 30-minute talk | QUANTITY 30 minute",
                "from 08:00 to 17:00 | TIME 8:00; TIME 17:00",
                "at 9 a.m. or 10 pm | TIME 9am; TIME 10pm",
                "on 24 December 2026 | DATE 24 december 2026",
                "on 2026-12-24 | DATE 2026-12-24",
                "call +49 (30) 123-4567 | PHONE 49301234567",
                "mail Hello@Practice.example | EMAIL hello@practice.example",
                "see https://practice.example/a?b=1. | URL https://practice.example/a?b=1",
                "see www.practice.de | URL www.practice.de",
                "kostet ９５ EUR | AMOUNT 95 eur"
            })
    void readsFigures(String text, String figures) {
        assertThat(
                        Figures.of(text).stream()
                                .map(figure -> figure.kind() + " " + figure.value())
                                .collect(Collectors.joining("; ")))
                .isEqualTo(figures);
    }

    @Test
    void doesNotReadATimeOrADateOutOfALongerNumber() {
        for (var pair :
                List.of(List.of("950:00", "9,50:00"), List.of("950.03.2026", "9,50.03.2026"))) {
            assertThat(Figures.of(pair.getFirst()).stream().map(Figure::value))
                    .isNotEqualTo(Figures.of(pair.getLast()).stream().map(Figure::value).toList())
                    .hasSize(1);
        }
    }
}
