package io.frontdesk.ragcore.generation;

import dev.langchain4j.http.client.jdk.JdkHttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import io.frontdesk.ragcore.generation.GenerationProperties.ModelProperties;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.http.HttpClient;
import java.time.Duration;

/** One configured model and what its tokens cost. */
final class LanguageModel {
    private static final Duration CONNECT = Duration.ofSeconds(5);
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
                            .httpClientBuilder(http())
                            .baseUrl(properties.url().toString())
                            .apiKey(properties.apiKey())
                            .modelName(properties.modelName())
                            .timeout(properties.timeout())
                            .maxRetries(0)
                            .build();
            case ANTHROPIC ->
                    AnthropicChatModel.builder()
                            .httpClientBuilder(http())
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
                            .httpClientBuilder(http())
                            .baseUrl(properties.url().toString())
                            .apiKey(properties.apiKey())
                            .modelName(properties.modelName())
                            .timeout(properties.timeout())
                            .build();
            case ANTHROPIC ->
                    AnthropicStreamingChatModel.builder()
                            .httpClientBuilder(http())
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

    /** Version 1.1, since some servers answer an upgrade to HTTP/2 with silence. */
    private static JdkHttpClientBuilder http() {
        return new JdkHttpClientBuilder()
                .httpClientBuilder(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1))
                .connectTimeout(CONNECT);
    }
}
