package io.frontdesk.ragknowledge.generation;

import io.frontdesk.ragknowledge.core.RagCore;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The models of rag-core-service, within the tenant's budget. */
@Component
class CoreWording implements Wording {

    private static final int MOST_TOKENS = 900;
    private static final Map<String, Object> SENTENCE =
            Map.of(
                    "type",
                    "object",
                    "additionalProperties",
                    false,
                    "required",
                    List.of("text", "source", "quote"),
                    "properties",
                    Map.of(
                            "text", Map.of("type", "string"),
                            "source", Map.of("type", "integer"),
                            "quote", Map.of("type", "string")));
    private static final Map<String, Object> SCHEMA =
            Map.of(
                    "type",
                    "object",
                    "additionalProperties",
                    false,
                    "required",
                    List.of("sentences"),
                    "properties",
                    Map.of("sentences", Map.of("type", "array", "items", SENTENCE)));

    private final RagCore core;

    CoreWording(RagCore core) {
        this.core = core;
    }

    @Override
    public String complete(Task task) {
        return core.complete(
                task.rules(), task.material(), task.model(), task.agentId(), SCHEMA, MOST_TOKENS);
    }
}
