package io.frontdesk.ragcore.generation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The language models, in the order in which they are asked: one that fails is followed by the
 * next. Without any, answers are put together from quotes alone.
 *
 * @param models none by default
 */
@Validated
@ConfigurationProperties("frontdesk.generation")
record GenerationProperties(@Valid @DefaultValue List<ModelProperties> models) {
    /**
     * One model at one provider.
     *
     * @param id the name by which callers ask for it
     * @param kind the provider's protocol
     * @param url of the API, for example {@code https://api.example.com/v1}
     * @param model the provider's name for it; {@code id} when not given
     * @param inputPrice for a million tokens, in the currency of the budgets
     * @param outputPrice for a million tokens
     * @param maxOutputTokens of an answer, at most and by default
     * @param timeout for a whole answer, and for each part of a streamed one
     * @param longest for a streamed answer as a whole
     */
    record ModelProperties(
            @NotBlank String id,
            @DefaultValue("openai") Kind kind,
            @NotNull URI url,
            @DefaultValue("none") String apiKey,
            @Nullable String model,
            @NotNull @PositiveOrZero BigDecimal inputPrice,
            @NotNull @PositiveOrZero BigDecimal outputPrice,
            @DefaultValue("1024") @Min(1) @Max(100_000) int maxOutputTokens,
            @DefaultValue("60s") Duration timeout,
            @DefaultValue("5m") Duration longest) {
        String modelName() {
            return model == null ? id : model;
        }

        @Override
        public String toString() {
            return id + " at " + url.getHost();
        }
    }

    /** The protocols that are spoken. */
    enum Kind {
        OPENAI,
        ANTHROPIC
    }
}
