package io.frontdesk.payment.stripewire;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Stripe is reached; whose account is used is each tenant's own configuration.
 *
 * @param apiUrl another one for a stand-in in tests
 * @param readTimeout how long one answer may take; a charge asks the card's bank, which takes
 *     seconds
 * @param webhookTolerance how old a webhook's signature may be when it arrives
 */
@ConfigurationProperties("frontdesk.payment.stripe")
public record StripeProperties(
        @DefaultValue("https://api.stripe.com") URI apiUrl,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("30s") Duration readTimeout,
        @DefaultValue("5m") Duration webhookTolerance) {}
