package io.frontdesk.calendarintegration.reminder;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * When attendees are reminded.
 *
 * @param before how long before the start, the longest first; empty for no reminders
 * @param own whether it was set here; otherwise it is what holds for all offerings, or at first
 */
record ReminderTimes(List<Duration> before, boolean own) {
    static final ReminderTimes AT_FIRST =
            new ReminderTimes(List.of(Duration.ofHours(24), Duration.ofHours(1)), false);

    static ReminderTimes of(List<Integer> minutes, boolean own) {
        return new ReminderTimes(
                minutes.stream()
                        .map(Duration::ofMinutes)
                        .sorted(Comparator.reverseOrder())
                        .toList(),
                own);
    }
}
