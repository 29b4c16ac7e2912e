package io.frontdesk.calendarplugin.consent;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How owners consent.
 *
 * @param publicUrl where browsers and providers reach the gateway
 * @param timeout how long a consent page may stay open
 */
@ConfigurationProperties("frontdesk.calendar-plugin.consent")
public record ConsentProperties(
        @DefaultValue("http://localhost:8000") URI publicUrl,
        @DefaultValue("15m") Duration timeout) {
    URI callback(String provider) {
        return publicUrl.resolve("/api/calendar/connections/" + provider + "/callback");
    }
}
