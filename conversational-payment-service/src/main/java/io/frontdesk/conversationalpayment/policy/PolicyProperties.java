package io.frontdesk.conversationalpayment.policy;

import jakarta.validation.constraints.Size;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The policy of a tenant that has none of its own.
 *
 * @param currency of the default policy, ISO 4217
 */
@Validated
@ConfigurationProperties("frontdesk.conversational-payment.default-policy")
record PolicyProperties(@DefaultValue("EUR") @Size(min = 3, max = 3) String currency) {}
