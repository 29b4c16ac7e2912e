package io.frontdesk.calendarintegration.slots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CompanionsTest {
    private static final UUID SERVING = new UUID(9, 9);
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID TWO = new UUID(0, 2);

    @Test
    void givesWayToAGroupThatHasNobodyElse() {
        assertThat(Companions.of(List.of(List.of(ONE, TWO), List.of(ONE)), SERVING))
                .contains(List.of(TWO, ONE));
        assertThat(Companions.of(List.of(List.of(ONE), List.of(ONE)), SERVING)).isEmpty();
        assertThat(Companions.of(List.of(List.of(SERVING)), SERVING)).isEmpty();
    }

    @Test
    void seesAtOnceThatTooFewAreThereBesideLargeGroups() {
        var many = IntStream.range(10, 60).mapToObj(number -> new UUID(0, number)).toList();
        var few = List.of(ONE);
        var groups = Stream.of(many, many, many, few, few).toList();

        assertTimeout(
                Duration.ofSeconds(2),
                () -> {
                    for (int start = 0; start < 20_000; start++) {
                        assertThat(Companions.of(groups, SERVING)).isEmpty();
                    }
                });
    }
}
