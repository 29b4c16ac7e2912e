package io.frontdesk.calendarplugin.sync;

/**
 * What a sync did.
 *
 * @param changed events that it read, new or different
 * @param removed events that were gone
 * @param written bookings that it wrote or removed there
 * @param conflicts that it found and that were not known
 */
public record SyncResult(int changed, int removed, int written, int conflicts) {}
