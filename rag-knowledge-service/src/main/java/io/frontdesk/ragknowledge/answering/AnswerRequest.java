package io.frontdesk.ragknowledge.answering;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question.
 *
 * @param agentId a specialist, whose bases and instructions bound the answer
 */
record AnswerRequest(
        @NotBlank @Size(max = 2000) String question,
        @Nullable @Size(max = 200) List<@NotNull UUID> baseIds,
        @Nullable UUID agentId) {}
