package io.frontdesk.ragcore.generation;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a model answered.
 *
 * @param model the id of the one that did
 * @param finish {@code stop}, {@code length} or {@code content_filter}
 */
public record Generated(
        String model, String text, String finish, int inputTokens, int outputTokens) {

    static Generated of(LanguageModel model, ChatResponse response) {
        var text = Objects.requireNonNullElse(response.aiMessage().text(), "");
        if (text.isEmpty()) {
            throw new IllegalStateException(model.id() + " answered without a text");
        }
        var usage = response.tokenUsage();
        return new Generated(
                model.id(),
                text,
                finish(response.finishReason()),
                usage == null ? -1 : count(usage.inputTokenCount()),
                usage == null ? -1 : count(usage.outputTokenCount()));
    }

    /** Of a model that went on beyond what it was asked for; what it used is not known. */
    static Generated cut(LanguageModel model, String text) {
        return new Generated(model.id(), text, "length", -1, -1);
    }

    boolean saysWhatItUsed() {
        return inputTokens >= 0 && outputTokens >= 0;
    }

    private static int count(@Nullable Integer tokens) {
        return tokens == null ? -1 : tokens;
    }

    private static String finish(@Nullable FinishReason reason) {
        return switch (reason) {
            case LENGTH -> "length";
            case CONTENT_FILTER -> "content_filter";
            case null, default -> "stop";
        };
    }
}
