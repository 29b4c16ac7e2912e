package io.frontdesk.starter.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.util.IdGenerator;
import org.springframework.util.SimpleIdGenerator;

class TimeAutoConfigurationTest {
    private final ApplicationContextRunner app =
            new ApplicationContextRunner()
                    .withConfiguration(AutoConfigurations.of(TimeAutoConfiguration.class));

    @Test
    void tellsTheTimeInUtc() {
        app.run(context -> {
            var clock = context.getBean(Clock.class);
            assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
            assertThat(Duration.between(clock.instant(), Clock.systemUTC().instant()).abs())
                    .isLessThan(Duration.ofSeconds(30));
        });
    }

    @Test
    void leavesTheTimeToAnAppThatBringsItsOwnClock() {
        var own = new MovableClock(Instant.EPOCH);
        app.withBean(Clock.class, () -> own)
                .run(context -> assertThat(context).getBean(Clock.class).isSameAs(own));
    }

    @Test
    void leavesIdsToAnAppThatBringsItsOwnGenerator() {
        app.withBean(IdGenerator.class, SimpleIdGenerator::new)
                .run(context ->
                        assertThat(context)
                                .getBean(IdGenerator.class)
                                .isInstanceOf(SimpleIdGenerator.class));
    }

    @Test
    void makesIdsThatSortByTheTimeOfTheirMaking() {
        app.run(context -> {
            var generator = context.getBean(IdGenerator.class);
            var before = Clock.systemUTC().millis();
            var ids = Stream.generate(generator::generateId).limit(10_000).toList();
            // As PostgreSQL and the wire order them: unsigned, which is the order of the text.
            assertThat(ids.stream().map(UUID::toString)).isSorted().doesNotHaveDuplicates();
            assertThat(ids).allMatch(id -> id.version() == 7 && id.variant() == 2);
            assertThat(ids.getFirst().getMostSignificantBits() >>> 16)
                    .isBetween(before, Clock.systemUTC().millis());
        });
    }
}
