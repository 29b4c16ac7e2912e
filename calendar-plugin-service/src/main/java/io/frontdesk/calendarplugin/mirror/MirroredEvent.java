package io.frontdesk.calendarplugin.mirror;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** Somebody else's event that takes time; with a title only where the connection stores them. */
public record MirroredEvent(String id, Instant start, Instant end, @Nullable String title) {}
