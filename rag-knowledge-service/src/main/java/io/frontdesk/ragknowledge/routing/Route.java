package io.frontdesk.ragknowledge.routing;

import io.frontdesk.ragknowledge.specialist.Assistant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * To whom a part of a question goes.
 *
 * @param agents the best first; none where there is nobody to ask
 * @param scores how well each agent that was looked at suits, 0 to 1
 */
public record Route(String part, List<Assistant> agents, Map<UUID, Double> scores) {}
