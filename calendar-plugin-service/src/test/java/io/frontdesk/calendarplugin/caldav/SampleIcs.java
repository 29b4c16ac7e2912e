package io.frontdesk.calendarplugin.caldav;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Calendar objects as other programs write them. */
public final class SampleIcs {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private SampleIcs() {}

    public static String event(String uid, String title, Instant start, Instant end) {
        return calendar(
                """
                UID:%s
                DTSTAMP:20260101T000000Z
                DTSTART:%s
                DTEND:%s
                SUMMARY:%s
                """
                        .formatted(uid, UTC.format(start), UTC.format(end), title));
    }

    /** One event of the given lines. */
    public static String calendar(String lines) {
        return ("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Other//EN\nBEGIN:VEVENT\n"
                        + lines
                        + "END:VEVENT\nEND:VCALENDAR\n")
                .replace("\n", "\r\n");
    }

    /** The object at another time, the rest as it was. */
    public static String moved(String ics, Instant start, Instant end) {
        int event = ics.indexOf("BEGIN:VEVENT");
        return ics.substring(0, event)
                + ics.substring(event)
                        .replaceFirst("DTSTART[^\\r\\n]*", "DTSTART:" + UTC.format(start))
                        .replaceFirst("DTEND[^\\r\\n]*", "DTEND:" + UTC.format(end));
    }
}
