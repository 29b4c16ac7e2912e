package io.frontdesk.calendarplugin.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PauseTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-03-01T08:00:00Z"), ZoneOffset.UTC);

    @Test
    void readsSecondsAndDates() {
        assertThat(Pause.of("120", CLOCK)).isEqualTo(Duration.ofMinutes(2));
        assertThat(Pause.of("Sun, 1 Mar 2026 08:00:30 GMT", CLOCK))
                .isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void waitsNeitherBackwardsNorForEver() {
        assertThat(Pause.of("Sun, 1 Mar 2026 07:00:00 GMT", CLOCK)).isEqualTo(Duration.ZERO);
        assertThat(Pause.of("999999999", CLOCK)).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void ignoresWhatItCannotRead() {
        assertThat(Pause.of("soon", CLOCK)).isNull();
        assertThat(Pause.of("-5", CLOCK)).isNull();
        assertThat(Pause.of(null, CLOCK)).isNull();
    }
}
