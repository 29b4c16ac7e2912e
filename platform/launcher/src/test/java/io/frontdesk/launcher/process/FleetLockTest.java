package io.frontdesk.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.launcher.checkout.FleetFailure;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FleetLockTest {
    @TempDir Path state;

    @Test
    void keepsASecondCommandOutAndSaysWhoIsAtWork() {
        try (var _ = FleetLock.take(state, "up")) {
            assertThatThrownBy(() -> FleetLock.take(state, "down"))
                    .isInstanceOf(FleetFailure.class)
                    .hasMessageContaining("up, process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void isFreeAgainAfterwards() {
        FleetLock.take(state, "up").close();

        try (var again = FleetLock.take(state, "down")) {
            assertThat(again).isNotNull();
        }
    }
}
