package io.frontdesk.ragknowledge.refusal;

import org.jspecify.annotations.Nullable;

/**
 * What is said instead of an answer.
 *
 * @param words null for the standard ones
 * @param reason {@code blocked-topic}, {@code handoff} or {@code language}
 */
public record Refused(@Nullable String words, String reason) {}
