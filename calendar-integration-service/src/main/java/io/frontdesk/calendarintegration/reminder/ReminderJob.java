package io.frontdesk.calendarintegration.reminder;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.util.UUID;

/**
 * One reminder of one state of a booking, named {@code <tenant>/<booking>/<sequence>/<minutes>}.
 */
record ReminderJob(UUID tenant, UUID booking, int sequence, int minutes) {
    static final String NAME = "reminder";

    static ReminderJob of(String id) {
        var parts = id.split("/", 4);
        return new ReminderJob(
                UUID.fromString(parts[0]),
                UUID.fromString(parts[1]),
                Integer.parseInt(parts[2]),
                Integer.parseInt(parts[3]));
    }

    TaskInstance<Void> instance() {
        return new TaskInstance<>(NAME, tenant + "/" + booking + "/" + sequence + "/" + minutes);
    }
}
