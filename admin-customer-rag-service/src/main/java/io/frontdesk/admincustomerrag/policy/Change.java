package io.frontdesk.admincustomerrag.policy;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One difference between two configurations.
 *
 * @param path for example {@code blockedTopics[0].reply}
 * @param from null where there was nothing
 * @param to null where there is nothing any more
 */
public record Change(String path, @Nullable JsonNode from, @Nullable JsonNode to) {}
