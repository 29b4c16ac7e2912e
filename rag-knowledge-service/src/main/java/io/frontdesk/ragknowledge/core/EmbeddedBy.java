package io.frontdesk.ragknowledge.core;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * By which model a base's chunks are embedded.
 *
 * @param nextModel the one that takes over when all chunks have its vectors; null when none does
 * @param progress of that, 0 to 1
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record EmbeddedBy(
        String model, int dimension, @Nullable String nextModel, double progress) {}
