package io.frontdesk.calendarintegration.icsfile;

import java.util.List;

/**
 * What a calendar file says about a window of time.
 *
 * @param name of the calendar, empty if it has none
 * @param events in order of their start
 * @param skipped what was understood and left out, and why
 */
public record IcsFile(String name, List<IcsEvent> events, List<Skipped> skipped) {
    public IcsFile {
        events = List.copyOf(events);
        skipped = List.copyOf(skipped);
    }

    /**
     * An event that was left out.
     *
     * @param event its title
     */
    public record Skipped(String event, String reason) {}
}
