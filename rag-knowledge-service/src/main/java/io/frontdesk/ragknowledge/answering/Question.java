package io.frontdesk.ragknowledge.answering;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question with all that bounds its answer.
 *
 * @param baseIds where to look; empty for everywhere
 * @param agentId on whose budget a language model works; null for none in particular
 * @param instructions for a language model; empty for none
 * @param recorded whether it counts: against the quota, among the unanswered, as an override's hit;
 *     not when an operator evaluates or a service probes
 */
public record Question(
        String text,
        List<UUID> baseIds,
        @Nullable UUID agentId,
        String instructions,
        boolean recorded) {

    public static Question of(String text, @Nullable List<UUID> baseIds) {
        return new Question(text, baseIds == null ? List.of() : baseIds, null, "", true);
    }

    /** The same, asked by a service in its own name: a probe is nobody's question. */
    Question unrecorded() {
        return new Question(text, baseIds, agentId, instructions, false);
    }
}
