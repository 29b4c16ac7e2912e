package io.frontdesk.conversationalpayment.dialogue;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long a dialogue may rest.
 *
 * @param expiry after the last message
 */
@Validated
@ConfigurationProperties("frontdesk.conversational-payment.dialogue")
record DialogueProperties(@DefaultValue("30m") Duration expiry) {}
