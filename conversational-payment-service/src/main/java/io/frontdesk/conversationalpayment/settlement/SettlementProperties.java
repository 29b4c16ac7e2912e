package io.frontdesk.conversationalpayment.settlement;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How confirmed quotes are looked after.
 *
 * @param firstLook after the confirmation; longer than payment-service takes for an answer
 */
@Validated
@ConfigurationProperties("frontdesk.conversational-payment.settlement")
record SettlementProperties(@DefaultValue("20s") Duration firstLook) {}
