package io.frontdesk.calendarplugin.integration;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A span in which a resource is taken elsewhere.
 *
 * @param id the same for the same span, so that a repeated call changes nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BusySpan(String id, Instant start, Instant end, @Nullable String title) {}
