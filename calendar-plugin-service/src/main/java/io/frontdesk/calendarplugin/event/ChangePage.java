package io.frontdesk.calendarplugin.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of what changed.
 *
 * @param changed events that are new or different, with their whole present state
 * @param removed ids of events that are gone; an id that ends in {@code #} stands for all
 *     occurrences that begin with it
 * @param nextPage asks for what follows; null on the last page
 * @param syncToken on the last page, for the next time
 * @param complete whether the pages together are everything in the window, so that what is not
 *     among them is gone
 * @param problems what could not be read as it was meant, in words
 */
public record ChangePage(
        List<RemoteEvent> changed,
        List<String> removed,
        @Nullable String nextPage,
        @Nullable String syncToken,
        boolean complete,
        List<String> problems) {
    public ChangePage(
            List<RemoteEvent> changed,
            List<String> removed,
            @Nullable String nextPage,
            @Nullable String syncToken,
            boolean complete) {
        this(changed, removed, nextPage, syncToken, complete, List.of());
    }
}
