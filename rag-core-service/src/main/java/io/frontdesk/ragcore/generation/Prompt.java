package io.frontdesk.ragcore.generation;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model is asked.
 *
 * @param agent on whose budget; empty for none in particular
 * @param model the id of the model to ask first; null for the first one configured
 * @param maxTokens of the answer; null for the model's own limit
 * @param format how the answer must look; null for text
 */
public record Prompt(
        String agent,
        @Nullable String model,
        List<Turn> turns,
        @Nullable Double temperature,
        @Nullable Double topP,
        @Nullable Integer maxTokens,
        List<String> stop,
        @Nullable Format format) {
    // What a provider puts around each message, with room to spare.
    private static final int TOKENS_AROUND = 32;

    /** One message. */
    public record Turn(Role role, String text) {}

    /** Who speaks. */
    public enum Role {
        SYSTEM,
        USER,
        ASSISTANT
    }

    /**
     * An answer in JSON.
     *
     * @param schema JSON Schema as text; null for any JSON object
     */
    public record Format(String name, @Nullable String schema) {}

    /** A token is at least a byte, so no tokenizer finds more than this. */
    long inputTokensAtMost() {
        var schema = format == null || format.schema() == null ? "" : format.schema();
        return TOKENS_AROUND
                + schema.getBytes(StandardCharsets.UTF_8).length
                + turns.stream()
                        .mapToLong(turn ->
                                TOKENS_AROUND + turn.text().getBytes(StandardCharsets.UTF_8).length)
                        .sum();
    }

    int outputTokensAtMost(LanguageModel asked) {
        return maxTokens == null
                ? asked.maxOutputTokens()
                : Math.min(maxTokens, asked.maxOutputTokens());
    }

    ChatRequest to(LanguageModel asked) {
        var request =
                ChatRequest.builder()
                        .messages(turns.stream().map(Prompt::message).toList())
                        .maxOutputTokens(outputTokensAtMost(asked));
        if (temperature != null) {
            request.temperature(temperature);
        }
        if (topP != null) {
            request.topP(topP);
        }
        if (!stop.isEmpty()) {
            request.stopSequences(stop);
        }
        if (format != null) {
            request.responseFormat(responseFormat(format));
        }
        return request.build();
    }

    private static ChatMessage message(Turn turn) {
        return switch (turn.role()) {
            case SYSTEM -> SystemMessage.from(turn.text());
            case USER -> UserMessage.from(turn.text());
            case ASSISTANT -> AiMessage.from(turn.text());
        };
    }

    private static ResponseFormat responseFormat(Format format) {
        var json = ResponseFormat.builder().type(ResponseFormatType.JSON);
        if (format.schema() != null) {
            json.jsonSchema(
                    JsonSchema.builder()
                            .name(format.name())
                            .rootElement(JsonRawSchema.from(format.schema()))
                            .build());
        }
        return json.build();
    }
}
