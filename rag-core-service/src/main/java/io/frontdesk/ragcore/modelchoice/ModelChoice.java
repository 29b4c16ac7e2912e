package io.frontdesk.ragcore.modelchoice;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The embedding model of a knowledge base.
 *
 * @param model by which it is searched
 * @param nextModel the one that is taking over; null for none
 * @param filledAt since when each chunk has a vector of the next model; null while some lack it
 * @param attempts of embedding that failed one after the other
 * @param problem of the last one; null when it went well
 * @param changedAt when {@code model} became what it is, or {@code nextModel} was asked for
 */
public record ModelChoice(
        UUID baseId,
        String model,
        @Nullable String nextModel,
        @Nullable Instant filledAt,
        int attempts,
        @Nullable String problem,
        Instant changedAt) {}
