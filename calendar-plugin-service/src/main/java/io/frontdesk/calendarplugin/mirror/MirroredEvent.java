package io.frontdesk.calendarplugin.mirror;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody else's event that takes time; with a title only where the connection stores them. */
public record MirroredEvent(String id, Instant start, Instant end, @Nullable String title) {}
