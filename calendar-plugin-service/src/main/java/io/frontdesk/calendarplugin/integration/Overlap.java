package io.frontdesk.calendarplugin.integration;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.UUID;

/** A booking of ours that somebody else's event overlaps; {@code externalId} is the busy span's. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Overlap(UUID bookingId, String externalId, Instant start, Instant end) {}
