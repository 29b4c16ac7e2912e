package io.frontdesk.ragcore.reembedding;

import java.util.UUID;

/**
 * A base is searched by another model from now on.
 *
 * @param chunks how many it has
 */
record Reembedded(UUID baseId, String model, String previousModel, long chunks) {
    static final String TYPE = "io.frontdesk.rag-core.base-reembedded";
}
