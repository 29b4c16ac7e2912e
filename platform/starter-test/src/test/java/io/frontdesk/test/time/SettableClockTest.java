package io.frontdesk.test.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig
@SettableTime
class SettableClockTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @Autowired private SettableClock clock;
    @Autowired private Clock injected;

    @Test
    void standsUntilItIsMoved() {
        clock.set(NOON);
        clock.advance(Duration.ofHours(1));

        assertThat(injected.instant()).isEqualTo("2026-01-01T13:00:00Z");
    }

    @Test
    void movesTogetherWithItsOtherZones() {
        clock.set(NOON);
        var berlin = clock.withZone(ZoneId.of("Europe/Berlin"));

        clock.advance(Duration.ofMinutes(1));

        assertThat(berlin.instant()).isEqualTo("2026-01-01T12:01:00Z");
        assertThat(berlin.getZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    }
}
