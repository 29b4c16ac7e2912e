package io.frontdesk.ragcore.chat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.frontdesk.ragcore.generation.Generated;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A whole answer, or a part of a streamed one, as in OpenAI's API. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Completion(
        String id,
        String object,
        long created,
        String model,
        List<Choice> choices,
        @Nullable Usage usage) {

    /** What the model says; {@code delta} in a stream. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Choice(
            int index,
            @Nullable Said message,
            @Nullable Said delta,
            @JsonProperty("finish_reason") @JsonInclude(JsonInclude.Include.ALWAYS)
                    @Nullable String finishReason) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Said(@Nullable String role, @Nullable String content) {}

    record Usage(
            @JsonProperty("prompt_tokens") int promptTokens,
            @JsonProperty("completion_tokens") int completionTokens,
            @JsonProperty("total_tokens") int totalTokens) {
        static Usage of(Generated answer) {
            var input = Math.max(0, answer.inputTokens());
            var output = Math.max(0, answer.outputTokens());
            return new Usage(input, output, input + output);
        }
    }

    static Completion whole(String id, long created, Generated answer) {
        var said = new Said("assistant", answer.text());
        return new Completion(
                id,
                "chat.completion",
                created,
                answer.model(),
                List.of(new Choice(0, said, null, answer.finish())),
                Usage.of(answer));
    }

    static Completion part(String id, long created, String model, Choice... choices) {
        return new Completion(id, "chat.completion.chunk", created, model, List.of(choices), null);
    }

    static Completion usage(String id, long created, Generated answer) {
        return new Completion(
                id, "chat.completion.chunk", created, answer.model(), List.of(), Usage.of(answer));
    }
}
