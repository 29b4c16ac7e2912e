package io.frontdesk.calendarplugin.calendly;

import io.frontdesk.calendarplugin.event.Window;
import io.frontdesk.calendarplugin.http.StandIn;
import io.frontdesk.calendarplugin.provider.Access;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.util.unit.DataSize;

/** The plugin with a stand-in of its own. */
final class CalendlyTrial implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    static final Window WINDOW =
            new Window(
                    Instant.parse("2026-02-25T00:00:00Z"), Instant.parse("2026-03-20T00:00:00Z"));

    final Clock clock;
    final CalendlyStandIn calendly;
    final StandIn server;
    final CalendlyProvider provider;
    final Access access = new Access(UUID.randomUUID(), null, null, CalendlyStandIn.TOKEN);

    CalendlyTrial() {
        this(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    CalendlyTrial(Clock clock) {
        this.clock = clock;
        this.calendly = new CalendlyStandIn(clock);
        this.server = calendly.server;
        this.provider = provider(Duration.ofSeconds(20), 1000, clock, DataSize.ofMegabytes(1));
    }

    CalendlyProvider provider(
            Duration timeout, int requestsPerMinute, Clock its, DataSize largest) {
        var properties =
                new CalendlyProperties(
                        "client",
                        "client-secret",
                        server.address(""),
                        server.address("/authorize"),
                        server.address("/token"),
                        Duration.ofSeconds(5),
                        timeout,
                        largest,
                        requestsPerMinute,
                        Duration.ZERO);
        return new CalendlyProvider(properties, StandIn.JSON, its);
    }

    @Override
    public void close() {
        server.close();
    }
}
