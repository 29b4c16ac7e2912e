package io.frontdesk.ragcore.chat;

import io.frontdesk.ragcore.chat.Completion.Choice;
import io.frontdesk.ragcore.chat.Completion.Said;
import io.frontdesk.ragcore.generation.Generate.ListenerGone;
import io.frontdesk.ragcore.generation.Generate.Parts;
import io.frontdesk.ragcore.generation.Generated;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes an answer as server-sent events, as OpenAI's API does. */
final class CompletionStream implements Parts {
    private final String id;
    private final long created;
    private final OutputStream out;
    private final JsonMapper json;
    private boolean begun;

    CompletionStream(String id, long created, OutputStream out, JsonMapper json) {
        this.id = id;
        this.created = created;
        this.out = out;
        this.json = json;
    }

    @Override
    public void next(String model, String text) {
        if (!begun) {
            begun = true;
            send(model, new Said("assistant", ""), null);
        }
        send(model, new Said(null, text), null);
    }

    void end(Generated answer, boolean withUsage) {
        send(answer.model(), new Said(null, null), answer.finish());
        if (withUsage) {
            write(json.writeValueAsString(Completion.usage(id, created, answer)));
        }
        write("[DONE]");
    }

    /** The status has been sent, so a failure can only be told in the stream. */
    void fail(String type, String message) {
        write(json.writeValueAsString(new Failed(new Failed.Cause(type, message))));
    }

    private record Failed(Cause error) {
        private record Cause(String type, String message) {}
    }

    private void send(String model, Said said, @Nullable String finish) {
        write(
                json.writeValueAsString(
                        Completion.part(id, created, model, new Choice(0, null, said, finish))));
    }

    private void write(String event) {
        try {
            out.write(("data: " + event + "\n\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException gone) {
            throw new ListenerGone(gone);
        }
    }
}
