package io.frontdesk.calendarplugin.ical;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether an event takes the time of an account's owner. */
record Attendance(@Nullable String user) {
    boolean busy(IcsComponent event) {
        return !says(event, "TRANSP", "TRANSPARENT")
                && !says(event, "STATUS", "CANCELLED")
                && !says(event, "X-MICROSOFT-CDO-BUSYSTATUS", "FREE")
                && event.every("ATTENDEE").noneMatch(this::declined);
    }

    private static boolean says(IcsComponent event, String property, String value) {
        return event.first(property)
                .map(line -> line.value().equalsIgnoreCase(value))
                .orElse(false);
    }

    private boolean declined(ContentLine attendee) {
        return attendee.parameter("PARTSTAT").map("DECLINED"::equalsIgnoreCase).orElse(false)
                && isOwner(attendee);
    }

    /** By address; where the account's name is none, by what stands before the at sign. */
    private boolean isOwner(ContentLine attendee) {
        if (user == null) {
            return false;
        }
        var name = user.toLowerCase(Locale.ROOT);
        var address = attendee.value().toLowerCase(Locale.ROOT).replaceFirst("^mailto:", "");
        var said = attendee.parameter("EMAIL").orElse(address).toLowerCase(Locale.ROOT);
        return name.equals(address)
                || name.equals(said)
                || (!name.contains("@") && address.startsWith(name + "@"));
    }
}
