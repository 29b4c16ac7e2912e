package io.frontdesk.calendarplugin.dav;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Which calendar servers may be asked, and for how long.
 *
 * @param allowHttpHosts hosts ({@code host} or {@code host:port}) that may be asked without TLS and
 *     may be anywhere, loopback included
 * @param allowPrivateHosts hosts that may have private addresses; with TLS
 * @param requestTimeout the longest that one request may take, its answer included
 * @param maxAnswer the largest answer that is read
 */
@ConfigurationProperties("frontdesk.calendar-plugin")
public record ServerProperties(
        @DefaultValue List<String> allowHttpHosts,
        @DefaultValue List<String> allowPrivateHosts,
        @DefaultValue("30s") Duration requestTimeout,
        @DefaultValue("32MB") DataSize maxAnswer) {}
