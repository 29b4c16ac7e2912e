package io.frontdesk.calendarplugin.event;

import java.time.Instant;

/** The span of time that a sync looks at, from inclusive to exclusive. */
public record Window(Instant from, Instant to) {}
