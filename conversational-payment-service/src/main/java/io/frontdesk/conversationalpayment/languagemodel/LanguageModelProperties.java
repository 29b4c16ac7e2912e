package io.frontdesk.conversationalpayment.languagemodel;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Whether a language model reads the visitors' messages.
 *
 * @param enabled off: the rules read alone
 * @param model its name at rag-core-service
 */
@Validated
@ConfigurationProperties("frontdesk.conversational-payment.language-model")
record LanguageModelProperties(
        @DefaultValue("false") boolean enabled, @DefaultValue("default") @NotBlank String model) {}
