package io.frontdesk.admincustomerrag.probe;

import io.frontdesk.admincustomerrag.canary.Canary;
import io.frontdesk.admincustomerrag.knowledge.Reply;
import java.util.List;
import java.util.UUID;

/** The two who must not see each other. */
public record Suspects(UUID tenant, Canary canary) {

    /** What gives the canary away. */
    List<String> traces() {
        return List.of(
                canary.secret(),
                canary.documentId().toString(),
                canary.baseId().toString(),
                canary.agentId().toString(),
                canary.tenant().toString());
    }

    boolean areTold(Reply reply) {
        return traces().stream().anyMatch(reply::tells);
    }
}
