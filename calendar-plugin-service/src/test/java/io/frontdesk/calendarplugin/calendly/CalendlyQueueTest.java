package io.frontdesk.calendarplugin.calendly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.frontdesk.calendarplugin.http.StandIn.Ask;
import io.frontdesk.calendarplugin.http.StandIn.Fault;
import io.frontdesk.calendarplugin.http.StandIn.Reply;
import io.frontdesk.calendarplugin.provider.Access;
import io.frontdesk.calendarplugin.refusal.ProviderBusy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class CalendlyQueueTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(CalendlyTrial.NOW);
    private final Clock clock =
            InstantSource.tick(now::get, Duration.ofNanos(1)).withZone(ZoneOffset.UTC);
    private final CalendlyTrial trial = new CalendlyTrial(clock);

    @AfterEach
    void close() {
        trial.close();
    }

    private ProviderBusy refused(Access access) {
        return catchThrowableOfType(ProviderBusy.class, () -> trial.provider.calendars(access));
    }

    @Test
    void asksNoMoreThanAConnectionMay() {
        var slow = trial.provider(Duration.ofSeconds(20), 3, clock, DataSize.ofMegabytes(1));
        for (int request = 0; request < 3; request++) {
            slow.calendars(trial.access);
        }
        assertThatThrownBy(() -> slow.calendars(trial.access))
                .isInstanceOfSatisfying(
                        ProviderBusy.class,
                        busy ->
                                assertThat(busy.pause())
                                        .isBetween(Duration.ofSeconds(1), Duration.ofMinutes(1)));
        assertThat(trial.server.asked()).hasSize(3);
        var other = new Access(UUID.randomUUID(), null, null, CalendlyStandIn.TOKEN);
        assertThat(slow.calendars(other)).as("another connection").isNotEmpty();
    }

    @Test
    void isQuietUntilCalendlyOpensAgain() {
        trial.server.next(
                new Fault.Instead(Reply.of(429, Map.of()).with("X-RateLimit-Reset", "40")));
        assertThat(refused(trial.access).pause()).isEqualTo(Duration.ofSeconds(40));
        now.set(CalendlyTrial.NOW.plusSeconds(39));
        assertThat(refused(trial.access).pause()).isEqualTo(Duration.ofSeconds(1));
        assertThat(trial.server.asked()).hasSize(1);
        now.set(CalendlyTrial.NOW.plusSeconds(41));
        assertThat(trial.provider.calendars(trial.access)).isNotEmpty();
    }

    @Test
    void heedsTheLastRequestOfAWindow() {
        var last =
                trial.calendly
                        .answer(ask())
                        .with("X-RateLimit-Remaining", "0")
                        .with("X-RateLimit-Reset", "12");
        trial.server.next(new Fault.Instead(last));
        assertThat(trial.provider.calendars(trial.access)).isNotEmpty();
        assertThat(refused(trial.access).pause()).isEqualTo(Duration.ofSeconds(12));
    }

    private static Ask ask() {
        return new Ask(
                "GET",
                "/users/me",
                Map.of(),
                Map.of("Authorization", "Bearer " + CalendlyStandIn.TOKEN),
                "");
    }
}
