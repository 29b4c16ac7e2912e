package io.frontdesk.test.house.bad;

import io.frontdesk.elsewhere.Foreign;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.beans.factory.annotation.Autowired;

/** In the root package, with an injected field and hands on the system clock. */
@SuppressWarnings({"unused", "NullAway", "OptionalUsedAsFieldOrParameterType"})
@NullUnmarked
class Stray {
    @Autowired private Clock clock;

    Instant bare() {
        Foreign.touch();
        return Instant.now();
    }

    long millis() {
        return System.currentTimeMillis();
    }

    Instant injected(Clock given) {
        return Instant.now(given);
    }

    void maybe(Optional<String> text) {}
}
