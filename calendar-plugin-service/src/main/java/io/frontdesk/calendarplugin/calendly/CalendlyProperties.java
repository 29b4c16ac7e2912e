package io.frontdesk.calendarplugin.calendly;

import io.frontdesk.calendarplugin.http.Address;
import io.frontdesk.calendarplugin.http.Limits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The application that the operator registered at Calendly, and where Calendly is.
 *
 * @param clientId null until there is one: then nothing can be connected
 * @param timeout the longest that one request may take
 * @param largestAnswer the largest answer that is read
 * @param requestsPerMinute for each connection; Calendly's plans differ, and what its answers say
 *     is heeded beside
 * @param patience the longest that a request waits for its turn
 */
@Validated
@ConfigurationProperties("frontdesk.calendar-plugin.calendly")
record CalendlyProperties(
        @Nullable String clientId,
        @Nullable String clientSecret,
        @NotNull @DefaultValue("https://api.calendly.com") URI baseUrl,
        @NotNull @DefaultValue("https://auth.calendly.com/oauth/authorize") URI consentUrl,
        @NotNull @DefaultValue("https://auth.calendly.com/oauth/token") URI tokenUrl,
        @DurationMin(millis = 50) @DurationMax(minutes = 1) @DefaultValue("3s")
                Duration connectTimeout,
        @DurationMin(millis = 50) @DurationMax(minutes = 2) @DefaultValue("20s") Duration timeout,
        @NotNull @DefaultValue("4MB") DataSize largestAnswer,
        @Min(1) @Max(10_000) @DefaultValue("60") int requestsPerMinute,
        @DurationMin(millis = 0) @DurationMax(minutes = 2) @DefaultValue("5s") Duration patience) {
    static final String PREFIX = "frontdesk.calendar-plugin.calendly";

    CalendlyProperties {
        baseUrl = Address.require(PREFIX + ".base-url", baseUrl);
        consentUrl = Address.require(PREFIX + ".consent-url", consentUrl);
        tokenUrl = Address.require(PREFIX + ".token-url", tokenUrl);
    }

    Limits limits() {
        return new Limits(connectTimeout, timeout, largestAnswer);
    }

    @Override
    public String toString() {
        return "CalendlyProperties[" + baseUrl + "]";
    }
}
