package io.frontdesk.calendarplugin.outlook;

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
final class OutlookTrial implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    static final Window WINDOW =
            new Window(
                    Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-04-30T00:00:00Z"));

    final OutlookStandIn outlook = new OutlookStandIn();
    final StandIn server = outlook.server;
    final OutlookProvider provider = provider(Duration.ofSeconds(20), DataSize.ofMegabytes(1));
    final Access access = new Access(UUID.randomUUID(), null, null, OutlookStandIn.TOKEN);

    OutlookProvider provider(Duration timeout, DataSize largest) {
        var properties =
                new OutlookProperties(
                        "client",
                        "client-secret",
                        server.address(OutlookStandIn.ROOT),
                        server.address("/common/oauth2/v2.0"),
                        Duration.ofSeconds(5),
                        timeout,
                        largest);
        return new OutlookProvider(properties, StandIn.JSON, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Override
    public void close() {
        server.close();
    }
}
