package io.frontdesk.ragcore.generation;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.chat.response.StreamingHandle;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Brings a model's stream to the caller's thread, which gives up when it stands still. */
final class ModelStream implements StreamingChatResponseHandler {
    private final LanguageModel model;
    private final Generate.Parts parts;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private volatile @Nullable StreamingHandle handle;
    private boolean begun;

    ModelStream(LanguageModel model, Generate.Parts parts) {
        this.model = model;
        this.parts = parts;
    }

    private sealed interface Event {}

    private record Part(String text) implements Event {}

    private record End(ChatResponse response) implements Event {}

    private record Broken(Throwable cause) implements Event {}

    /** Whether a part was passed on. */
    boolean begun() {
        return begun;
    }

    Generated run(Prompt prompt) {
        model.streaming().chat(prompt.to(model), this);
        try {
            while (true) {
                switch (events.poll(model.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
                    case Part part -> {
                        begun = true;
                        parts.next(model.id(), part.text());
                    }
                    case End end -> {
                        if (end.response().finishReason() == null) {
                            throw new IllegalStateException(model.id() + " broke off");
                        }
                        return Generated.of(model, end.response());
                    }
                    case Broken broken -> throw failure(broken.cause());
                    case null -> throw new IllegalStateException(model.id() + " stands still");
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        } finally {
            cancel();
        }
    }

    private static RuntimeException failure(Throwable cause) {
        return cause instanceof RuntimeException known
                ? known
                : new IllegalStateException("the stream broke", cause);
    }

    private void cancel() {
        var running = handle;
        if (running != null) {
            running.cancel();
        }
    }

    @Override
    public void onPartialResponse(PartialResponse part, PartialResponseContext context) {
        handle = context.streamingHandle();
        events.add(new Part(part.text()));
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
        events.add(new End(response));
    }

    @Override
    public void onError(Throwable error) {
        events.add(new Broken(error));
    }
}
