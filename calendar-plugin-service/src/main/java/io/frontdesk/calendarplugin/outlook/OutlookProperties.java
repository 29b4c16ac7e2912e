package io.frontdesk.calendarplugin.outlook;

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
 * The application that the operator registered at Microsoft, and where Graph is.
 *
 * @param clientId null until there is one: then nothing can be connected
 * @param baseUrl Graph with its version
 * @param loginUrl the authority; {@code common} takes company and personal accounts
 * @param timeout the longest that one request may take
 * @param largestAnswer the largest answer that is read
 */
@Validated
@ConfigurationProperties("frontdesk.calendar-plugin.outlook")
record OutlookProperties(
        @Nullable String clientId,
        @Nullable String clientSecret,
        @NotNull @DefaultValue("https://graph.microsoft.com/v1.0") URI baseUrl,
        @NotNull @DefaultValue("https://login.microsoftonline.com/common/oauth2/v2.0") URI loginUrl,
        @DurationMin(millis = 50) @DurationMax(minutes = 1) @DefaultValue("3s")
                Duration connectTimeout,
        @DurationMin(millis = 50) @DurationMax(minutes = 2) @DefaultValue("30s") Duration timeout,
        @NotNull @DefaultValue("8MB") DataSize largestAnswer) {
    static final String PREFIX = "frontdesk.calendar-plugin.outlook";

    OutlookProperties {
        baseUrl = Address.require(PREFIX + ".base-url", baseUrl);
        loginUrl = Address.require(PREFIX + ".login-url", loginUrl);
    }

    Limits limits() {
        return new Limits(connectTimeout, timeout, largestAnswer);
    }

    @Override
    public String toString() {
        return "OutlookProperties[" + baseUrl + "]";
    }
}
