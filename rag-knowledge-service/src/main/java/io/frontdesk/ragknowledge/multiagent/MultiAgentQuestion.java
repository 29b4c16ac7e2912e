package io.frontdesk.ragknowledge.multiagent;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question to several agents.
 *
 * @param agentIds who may answer; absent or empty for all of the tenant's agents
 */
record MultiAgentQuestion(
        @NotBlank @Size(max = 2000) String question,
        @Nullable @Size(max = 50) List<@NotNull UUID> agentIds) {}
