package io.frontdesk.ragknowledge.multiagent;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** The tenant has no agent that could answer. */
@Problem(status = HttpStatus.CONFLICT, type = "no-agents", title = "There are no agents to ask")
class NoAgents extends RuntimeException {
    NoAgents() {
        super("Add an agent with POST /api/knowledge/agents, or ask /api/knowledge/answers.");
    }
}
