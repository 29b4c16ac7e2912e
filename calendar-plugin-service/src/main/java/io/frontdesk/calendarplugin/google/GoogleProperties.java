package io.frontdesk.calendarplugin.google;

import io.frontdesk.calendarplugin.http.Address;
import io.frontdesk.calendarplugin.http.Limits;
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
 * The application that the operator registered at Google, and where Google is.
 *
 * @param clientId null until there is one: then nothing can be connected
 * @param baseUrl the API's root; the consent and token addresses stand beside it
 * @param timeout the longest that one request may take
 * @param largestAnswer the largest answer that is read
 */
@Validated
@ConfigurationProperties("frontdesk.calendar-plugin.google")
record GoogleProperties(
        @Nullable String clientId,
        @Nullable String clientSecret,
        @NotNull @DefaultValue("https://www.googleapis.com") URI baseUrl,
        @NotNull @DefaultValue("https://accounts.google.com/o/oauth2/v2/auth") URI consentUrl,
        @NotNull @DefaultValue("https://oauth2.googleapis.com/token") URI tokenUrl,
        @DurationMin(millis = 50) @DurationMax(minutes = 1) @DefaultValue("3s")
                Duration connectTimeout,
        @DurationMin(millis = 50) @DurationMax(minutes = 2) @DefaultValue("20s") Duration timeout,
        @NotNull @DefaultValue("8MB") DataSize largestAnswer) {
    static final String PREFIX = "frontdesk.calendar-plugin.google";

    GoogleProperties {
        baseUrl = Address.require(PREFIX + ".base-url", baseUrl);
        consentUrl = Address.require(PREFIX + ".consent-url", consentUrl);
        tokenUrl = Address.require(PREFIX + ".token-url", tokenUrl);
    }

    Limits limits() {
        return new Limits(connectTimeout, timeout, largestAnswer);
    }

    @Override
    public String toString() {
        return "GoogleProperties[" + baseUrl + "]";
    }
}
