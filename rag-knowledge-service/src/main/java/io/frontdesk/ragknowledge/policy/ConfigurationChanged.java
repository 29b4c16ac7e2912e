package io.frontdesk.ragknowledge.policy;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Event {@code io.frontdesk.customer-rag.configuration-changed}: an operator has configured a
 * tenant anew.
 *
 * @param version grows with each change
 */
record ConfigurationChanged(@Nullable Long version, @Nullable JsonNode configuration) {
    static final String TYPE = "io.frontdesk.customer-rag.configuration-changed";
}
