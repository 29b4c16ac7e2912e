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

/**
 * Brings a model's stream to the caller's thread, which gives up when it stands still or takes too
 * long, and stops listening when it says more than it was asked for. A model that is faster than
 * the caller waits for it.
 */
final class ModelStream implements StreamingChatResponseHandler {
    private final LanguageModel model;
    private final Generate.Parts parts;
    // Many times what a token is, even one of blanks.
    private static final int CHARACTERS_OF_A_TOKEN = 64;
    private static final int PARTS_AHEAD = 256;

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>(PARTS_AHEAD);
    private volatile @Nullable StreamingHandle handle;
    private volatile boolean over;
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
        var end = System.nanoTime() + model.longest().toNanos();
        var room = (long) CHARACTERS_OF_A_TOKEN * prompt.outputTokensAtMost(model);
        var said = new StringBuilder();
        model.streaming().chat(prompt.to(model), this);
        try {
            while (true) {
                switch (next(end)) {
                    case Part part -> {
                        begun = true;
                        said.append(part.text());
                        parts.next(model.id(), part.text());
                        if (said.length() > room) {
                            return Generated.cut(model, said.toString());
                        }
                    }
                    case End done -> {
                        if (done.response().finishReason() == null) {
                            throw new IllegalStateException(model.id() + " broke off");
                        }
                        return Generated.of(model, done.response());
                    }
                    case Broken broken -> throw failure(broken.cause());
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        } finally {
            over = true;
            events.clear();
            cancel();
        }
    }

    private Event next(long end) throws InterruptedException {
        var left = end - System.nanoTime();
        var event = events.poll(Math.min(left, model.timeout().toNanos()), TimeUnit.NANOSECONDS);
        if (left <= 0) {
            throw new IllegalStateException(model.id() + " takes too long");
        }
        if (event == null) {
            throw new IllegalStateException(model.id() + " stands still");
        }
        return event;
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

    /** Waits for room, which holds the model's connection up, until nobody listens any more. */
    private void pass(Event event) {
        try {
            while (!over && !events.offer(event, 1, TimeUnit.SECONDS)) {
                // The caller has not taken the last ones yet.
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void onPartialResponse(PartialResponse part, PartialResponseContext context) {
        handle = context.streamingHandle();
        if (over) {
            cancel();
        }
        pass(new Part(part.text()));
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
        pass(new End(response));
    }

    @Override
    public void onError(Throwable error) {
        pass(new Broken(error));
    }
}
