package io.frontdesk.ragcore.embedding;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
 * Embedding models besides the built-in one.
 *
 * @param models none by default
 * @param switchDelay how long a new model's vectors are complete before a base is searched by them,
 *     and the old ones stay after that: longer than other replicas' indexes lag and a search takes
 */
@Validated
@ConfigurationProperties("frontdesk.embedding")
public record EmbeddingProperties(
        @Valid @DefaultValue List<Endpoint> models, @DefaultValue("5s") Duration switchDelay) {
    /**
     * A model behind an OpenAI-compatible API.
     *
     * @param id the name by which callers and bases refer to it
     * @param url of the API, for example {@code https://api.example.com/v1}
     * @param model the provider's name for it; {@code id} when not given
     * @param dimension of its vectors; an answer of another one is refused
     * @param queryPrefix what it was trained to see before a question
     * @param passagePrefix and before a passage
     * @param batch how many texts are sent at once
     * @param timeout for a whole answer
     * @param parallel how many calls run at once
     * @param price for a million tokens, in the currency of the budgets; free when not given
     */
    public record Endpoint(
            @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._:-]{0,99}") String id,
            @NotNull URI url,
            @DefaultValue("none") String apiKey,
            @Nullable String model,
            @Min(1) @Max(16_000) int dimension,
            @DefaultValue("") String queryPrefix,
            @DefaultValue("") String passagePrefix,
            @DefaultValue("64") @Min(1) @Max(256) int batch,
            @DefaultValue("30s") Duration timeout,
            @DefaultValue("4") @Min(1) @Max(64) int parallel,
            @Nullable @PositiveOrZero BigDecimal price) {
        String modelName() {
            return model == null ? id : model;
        }

        @Override
        public String toString() {
            return id + " at " + url.getHost();
        }
    }
}
