package io.frontdesk.calendarplugin.caldav;

import io.frontdesk.calendarplugin.dav.DavClient;
import io.frontdesk.calendarplugin.dav.HostResolver;
import io.frontdesk.calendarplugin.dav.ServerGuard;
import io.frontdesk.calendarplugin.dav.ServerProperties;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.util.unit.DataSize;

/** Providers for servers on this machine. */
final class CalDavs {
    private CalDavs() {}

    static CalDavProvider local() {
        return local(Duration.ofSeconds(10), DataSize.ofMegabytes(4));
    }

    static CalDavProvider local(Duration timeout, DataSize maxAnswer) {
        var properties =
                new ServerProperties(
                        List.of("127.0.0.1", "localhost"), List.of(), timeout, maxAnswer);
        var guard = new ServerGuard(properties, HostResolver.SYSTEM);
        return new CalDavProvider(
                "caldav", null, new DavClient(guard, properties), Clock.systemUTC());
    }
}
