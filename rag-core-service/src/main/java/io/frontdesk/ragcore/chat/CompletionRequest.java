package io.frontdesk.ragcore.chat;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.frontdesk.ragcore.generation.Prompt;
import io.frontdesk.ragcore.generation.Prompt.Format;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * As in OpenAI's API, as far as every provider can do it: text in, one text out. Tools, pictures
 * and several answers at once are not taken.
 *
 * @param model {@code default} for the tenant's, or else the first one configured
 * @param maxTokens the older name of {@code max_completion_tokens}
 * @param n one only
 * @param user accepted and not kept
 * @param store accepted and not done
 */
record CompletionRequest(
        @NotBlank @Size(max = 200) String model,
        @NotEmpty @Size(max = 200) List<@Valid @NotNull Message> messages,
        @Nullable @DecimalMin("0") @DecimalMax("2") Double temperature,
        @JsonProperty("top_p") @Nullable @DecimalMin("0") @DecimalMax("1") Double topP,
        @JsonProperty("max_tokens") @Nullable @Min(1) @Max(100_000) Integer maxTokens,
        @JsonProperty("max_completion_tokens") @Nullable @Min(1) @Max(100_000) Integer maxCompletionTokens,
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable @Size(max = 4) List<@NotNull @Size(min = 1, max = 200) String> stop,
        @Nullable Boolean stream,
        @JsonProperty("stream_options") @Nullable StreamOptions streamOptions,
        @JsonProperty("response_format") @Valid @Nullable ResponseFormat responseFormat,
        @Nullable @Min(1) @Max(1) Integer n,
        @Nullable @Size(max = 1_000) String user,
        @Nullable Boolean store) {
    static final String DEFAULT = "default";
    private static final int LONGEST_NAME = 64;

    /** Whether the last part of a stream tells the tokens used. */
    record StreamOptions(
            @JsonProperty("include_usage") @Nullable Boolean includeUsage,
            @JsonProperty("include_obfuscation") @Nullable Boolean includeObfuscation) {}

    /** Text, any JSON object, or JSON of a schema. */
    record ResponseFormat(
            @NotNull @Pattern(
                            regexp = "text|json_object|json_schema",
                            message = "must be text, json_object or json_schema")
                    String type,
            @JsonProperty("json_schema") @Valid @Nullable NamedSchema jsonSchema) {}

    record NamedSchema(
            @NotBlank @Size(max = LONGEST_NAME) String name,
            @Nullable @Size(max = 1_000) String description,
            @NotNull JsonNode schema,
            @Nullable Boolean strict) {}

    boolean streamed() {
        return Boolean.TRUE.equals(stream);
    }

    boolean usageWanted() {
        return streamOptions != null && Boolean.TRUE.equals(streamOptions.includeUsage());
    }

    /** With the model that is asked first when the request names none. */
    Prompt prompt(String agent, @Nullable String preferred) {
        return new Prompt(
                agent,
                model.equals(DEFAULT) ? preferred : model,
                messages.stream().map(Message::turn).toList(),
                temperature,
                topP,
                maxCompletionTokens == null ? maxTokens : maxCompletionTokens,
                Objects.requireNonNullElse(stop, List.of()),
                format());
    }

    private @Nullable Format format() {
        if (responseFormat == null || responseFormat.type().equals("text")) {
            return null;
        }
        var named = responseFormat.jsonSchema();
        return named == null
                ? new Format("answer", null)
                : new Format(named.name(), named.schema().toString());
    }
}
