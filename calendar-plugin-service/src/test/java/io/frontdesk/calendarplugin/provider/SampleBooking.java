package io.frontdesk.calendarplugin.provider;

import io.frontdesk.calendarplugin.event.BookedEvent;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

/** A booking that may be moved; its text has what a format must escape. */
public record SampleBooking(UUID id, ZoneId zone) {
    public static SampleBooking in(String zone) {
        return new SampleBooking(UUID.randomUUID(), ZoneId.of(zone));
    }

    /** Three quarters of an hour from the given start. */
    public BookedEvent at(int sequence, Instant start) {
        return new BookedEvent(
                id,
                id + "@frontdesk",
                sequence,
                "Massage; 45 min, \\o/ für Zoë",
                "First line\nsecond line; with, signs " + "x".repeat(200),
                "Hauptstraße 1, Berlin",
                start,
                start.plusSeconds(2700),
                zone,
                "Zoë \"Zo\" Example",
                "zoe@example.com");
    }
}
