package io.frontdesk.conversationalpayment.quoting;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long quotes hold.
 *
 * @param expiry until a quote must be confirmed
 * @param payWindow how much longer a confirmed one may wait for a consent or at a payment link
 */
@Validated
@ConfigurationProperties("frontdesk.conversational-payment.quote")
record QuoteProperties(
        @DefaultValue("15m") Duration expiry, @DefaultValue("24h") Duration payWindow) {}
