package io.frontdesk.calendarplugin.google;

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
final class GoogleTrial implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    static final Window WINDOW =
            new Window(
                    Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-04-30T00:00:00Z"));

    final GoogleStandIn google = new GoogleStandIn();
    final StandIn server = google.server;
    final GoogleProvider provider = provider(Duration.ofSeconds(20), DataSize.ofMegabytes(1));
    final Access access = new Access(UUID.randomUUID(), null, null, GoogleStandIn.TOKEN);

    GoogleProvider provider(Duration timeout, DataSize largest) {
        var properties =
                new GoogleProperties(
                        "client",
                        "client-secret",
                        server.address(""),
                        server.address("/consent"),
                        server.address("/token"),
                        Duration.ofSeconds(5),
                        timeout,
                        largest);
        return new GoogleProvider(properties, StandIn.JSON, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Override
    public void close() {
        server.close();
    }
}
