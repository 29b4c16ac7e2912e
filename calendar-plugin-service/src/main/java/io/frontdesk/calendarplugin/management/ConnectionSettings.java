package io.frontdesk.calendarplugin.management;

import io.frontdesk.calendarplugin.connection.Direction;
import io.frontdesk.calendarplugin.connection.ForeignChanges;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What may be changed of a connection; what is absent stays. A new password is proven first. */
record ConnectionSettings(
        @Nullable @Size(min = 1, max = 1000) String calendarId,
        @Nullable Boolean storeTitles,
        @Nullable Direction direction,
        @Nullable ForeignChanges foreignChanges,
        @Nullable @Size(min = 1, max = 1000) String password) {
    @Override
    public String toString() {
        return "ConnectionSettings[" + calendarId + ", " + direction + "]";
    }
}
