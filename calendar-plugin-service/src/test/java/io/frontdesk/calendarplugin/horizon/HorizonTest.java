package io.frontdesk.calendarplugin.horizon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.calendarplugin.event.Window;
import io.frontdesk.calendarplugin.refusal.SyncTokenExpired;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HorizonTest {
    private static final Window ASKED =
            new Window(
                    Instant.parse("2026-03-01T00:00:00.5Z"), Instant.parse("2026-05-01T00:00:00Z"));

    private final String token = new Horizon(Horizon.ahead(ASKED), "https://x/y?t=~1~").text();

    @Test
    void remembersItsWindow() {
        var read = Horizon.of(token, ASKED);
        assertThat(read.token()).isEqualTo("https://x/y?t=~1~");
        assertThat(read.window().from()).isBefore(ASKED.from());
        assertThat(read.window().to()).isAfter(ASKED.to().plus(Duration.ofDays(2)));
    }

    @Test
    void holdsWhileTheWindowMovesALittle() {
        assertThat(Horizon.of(token, moved(Duration.ofHours(47))).text()).isEqualTo(token);
    }

    @Test
    void endsWhenTheWindowMovedPastIt() {
        assertThatThrownBy(() -> Horizon.of(token, moved(Duration.ofHours(49))))
                .isInstanceOf(SyncTokenExpired.class);
        assertThatThrownBy(() -> Horizon.of(token, moved(Duration.ofDays(-1))))
                .isInstanceOf(SyncTokenExpired.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "1~2~", "1~x~t", "99999999999999~1~t"})
    void takesNoForeignToken(String text) {
        assertThatThrownBy(() -> Horizon.of(text, ASKED)).isInstanceOf(SyncTokenExpired.class);
    }

    private static Window moved(Duration by) {
        return new Window(ASKED.from().plus(by), ASKED.to().plus(by));
    }
}
