package io.frontdesk.ragcore.generation;

import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import io.frontdesk.ragcore.generation.GenerationProperties.ModelProperties;
import io.frontdesk.ragcore.provider.BoundedHttpBuilder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** One configured model and what its tokens cost. */
final class LanguageModel {
    private static final int BYTES_OF_A_TOKEN = 1_024;
    private static final int BYTES_AROUND = 256 * 1_024;
    private static final int PRICE_UNIT_DIGITS = 6;

    private final ModelProperties properties;
    private final ChatModel whole;
    private final StreamingChatModel streaming;

    LanguageModel(ModelProperties properties) {
        this.properties = properties;
        this.whole = whole(properties);
        this.streaming = streaming(properties);
    }

    private static ChatModel whole(ModelProperties properties) {
        return switch (properties.kind()) {
            case OPENAI ->
                    OpenAiChatModel.builder()
                            .httpClientBuilder(http(properties))
                            .baseUrl(properties.url().toString())
                            .apiKey(properties.apiKey())
                            .modelName(properties.modelName())
                            .timeout(properties.timeout())
                            .maxRetries(0)
                            .build();
            case ANTHROPIC ->
                    AnthropicChatModel.builder()
                            .httpClientBuilder(http(properties))
                            .baseUrl(properties.url().toString())
                            .apiKey(properties.apiKey())
                            .modelName(properties.modelName())
                            .maxTokens(properties.maxOutputTokens())
                            .timeout(properties.timeout())
                            .maxRetries(0)
                            .build();
        };
    }

    private static StreamingChatModel streaming(ModelProperties properties) {
        return switch (properties.kind()) {
            case OPENAI ->
                    OpenAiStreamingChatModel.builder()
                            .httpClientBuilder(http(properties))
                            .baseUrl(properties.url().toString())
                            .apiKey(properties.apiKey())
                            .modelName(properties.modelName())
                            .timeout(properties.timeout())
                            .build();
            case ANTHROPIC ->
                    AnthropicStreamingChatModel.builder()
                            .httpClientBuilder(http(properties))
                            .baseUrl(properties.url().toString())
                            .apiKey(properties.apiKey())
                            .modelName(properties.modelName())
                            .maxTokens(properties.maxOutputTokens())
                            .timeout(properties.timeout())
                            .build();
        };
    }

    String id() {
        return properties.id();
    }

    int maxOutputTokens() {
        return properties.maxOutputTokens();
    }

    Duration timeout() {
        return properties.timeout();
    }

    Duration longest() {
        return properties.longest();
    }

    /** No call goes on for longer, whole or streamed. */
    Duration atMost() {
        return timeout().compareTo(longest()) > 0 ? timeout() : longest();
    }

    ChatModel whole() {
        return whole;
    }

    StreamingChatModel streaming() {
        return streaming;
    }

    /** In the currency of the budgets, rounded up to a millionth. */
    BigDecimal cost(long inputTokens, long outputTokens) {
        return properties
                .inputPrice()
                .multiply(BigDecimal.valueOf(inputTokens))
                .add(properties.outputPrice().multiply(BigDecimal.valueOf(outputTokens)))
                .movePointLeft(PRICE_UNIT_DIGITS)
                .setScale(PRICE_UNIT_DIGITS, RoundingMode.UP);
    }

    /** A streamed answer wraps each token into some hundred bytes. */
    private static BoundedHttpBuilder http(ModelProperties properties) {
        var largest = BYTES_AROUND + (long) BYTES_OF_A_TOKEN * properties.maxOutputTokens();
        return new BoundedHttpBuilder(properties.longest(), largest);
    }
}
