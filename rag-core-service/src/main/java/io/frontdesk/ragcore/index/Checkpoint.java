package io.frontdesk.ragcore.index;

/**
 * How far an index has followed a feed.
 *
 * @param source names the feed, and with it the database and its history; empty for none
 * @param position up to which all changes are in the index
 */
public record Checkpoint(String source, long position) {
    public static final Checkpoint NONE = new Checkpoint("", 0);
}
