package io.frontdesk.ragcore.chat;

import io.frontdesk.ragcore.generation.Prompt.Role;
import io.frontdesk.ragcore.generation.Prompt.Turn;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One message of a conversation.
 *
 * @param content a text, or a list of parts of type {@code text}
 * @param name accepted and not passed on
 */
record Message(
        @NotNull @Pattern(
                        regexp = "system|developer|user|assistant",
                        message = "must be system, developer, user or assistant")
                String role,
        @NotNull JsonNode content,
        @Nullable @Size(max = 200) String name) {
    private static final int LONGEST = 200_000;

    Turn turn() {
        var text = text();
        if (text.isBlank() || text.length() > LONGEST) {
            throw new UnusableMessage(
                    "A message must have a text of 1 to " + LONGEST + " characters.");
        }
        return new Turn(
                switch (role) {
                    case "system", "developer" -> Role.SYSTEM;
                    case "assistant" -> Role.ASSISTANT;
                    default -> Role.USER;
                },
                text);
    }

    private String text() {
        if (content.isString()) {
            return content.stringValue();
        }
        if (!content.isArray()) {
            throw new UnusableMessage("A message's content must be a text or a list of parts.");
        }
        return content.valueStream().map(Message::part).collect(Collectors.joining("\n"));
    }

    private static String part(JsonNode part) {
        if (!part.path("type").asString("").equals("text") || !part.path("text").isString()) {
            throw new UnusableMessage("Only parts of type text are taken.");
        }
        return part.path("text").stringValue();
    }
}
