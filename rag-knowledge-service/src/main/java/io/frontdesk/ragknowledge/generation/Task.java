package io.frontdesk.ragknowledge.generation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a language model is asked to do.
 *
 * @param rules that stand above all the rest
 * @param material question and passages
 * @param model by its name; null for the first one configured
 * @param agentId on whose budget; null for none in particular
 */
public record Task(String rules, String material, @Nullable String model, @Nullable UUID agentId) {}
