package io.frontdesk.ragknowledge.specialist;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * A specialist as its owner set it up.
 *
 * @param baseIds what it answers from; empty for all that the tenant may search
 * @param instructions for a language model; empty for none
 * @param topics what it knows about, in a few words each
 */
public record Assistant(
        UUID id,
        String name,
        String description,
        List<UUID> baseIds,
        String instructions,
        List<String> topics,
        OffsetDateTime createdAt,
        OffsetDateTime updatedAt) {

    /** The same, as far as answering needs it. */
    public Specialist specialist() {
        return new Specialist(id, name, description, baseIds, instructions);
    }

    /** What tells which questions it is for, as one text. */
    public String profile() {
        return topics.isEmpty()
                ? name + ". " + description
                : name + ". " + description + " " + String.join(", ", topics) + ".";
    }
}
