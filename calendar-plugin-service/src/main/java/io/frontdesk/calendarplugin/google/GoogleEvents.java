package io.frontdesk.calendarplugin.google;

import com.google.api.client.util.DateTime;
import com.google.api.services.calendar.model.Event;
import com.google.api.services.calendar.model.EventDateTime;
import io.frontdesk.calendarplugin.event.BookedEvent;
import io.frontdesk.calendarplugin.event.RemoteEvent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Events in Google's words. */
final class GoogleEvents {
    private static final String BOOKING = "frontdeskBooking";
    private static final String UID = "frontdeskUid";
    private static final String SEQUENCE = "frontdeskSequence";
    private static final Pattern OURS = Pattern.compile("fd[0-9a-f]{64}");

    private GoogleEvents() {}

    /** An id of our choice (base32hex, as Google asks): a repeated insert is refused with 409. */
    static String idOf(String uid) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return "fd"
                    + HexFormat.of().formatHex(digest.digest(uid.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static boolean ours(String id) {
        return OURS.matcher(id).matches();
    }

    static Event of(BookedEvent booked) {
        return new Event()
                .setSummary(booked.title())
                .setDescription(description(booked))
                .setLocation(booked.location())
                .setStart(time(booked.start(), booked.zone()))
                .setEnd(time(booked.end(), booked.zone()))
                .setStatus("confirmed")
                .setExtendedProperties(
                        new Event.ExtendedProperties()
                                .setPrivate(
                                        Map.of(
                                                BOOKING,
                                                booked.bookingId().toString(),
                                                UID,
                                                booked.uid(),
                                                SEQUENCE,
                                                String.valueOf(booked.sequence()))));
    }

    /** The attendee is named, not invited: the invitation is ours to send. */
    private static @Nullable String description(BookedEvent booked) {
        var who = booked.attendeeName() == null ? booked.attendeeEmail() : booked.attendeeName();
        if (who == null) {
            return booked.description();
        }
        return booked.description() == null ? who : booked.description() + "\n\n" + who;
    }

    private static EventDateTime time(Instant instant, ZoneId zone) {
        return new EventDateTime()
                .setDateTime(new DateTime(instant.toEpochMilli(), 0))
                .setTimeZone(zone.getId());
    }

    static boolean cancelled(Event event) {
        return "cancelled".equals(event.getStatus());
    }

    /** The sequence that we wrote last; -1 when it is not ours. */
    static int sequence(Event event) {
        var text = mark(event, SEQUENCE);
        return text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
    }

    static @Nullable String bookingId(Event event) {
        return mark(event, BOOKING);
    }

    static boolean allDay(Event event) {
        return event.getStart() != null && event.getStart().getDate() != null;
    }

    /** Null for an event without a readable time. */
    static @Nullable RemoteEvent read(Event event, ZoneId calendarZone) {
        var start = instant(event.getStart(), calendarZone);
        var end = instant(event.getEnd(), calendarZone);
        if (start == null || end == null || end.isBefore(start)) {
            return null;
        }
        var uid = mark(event, UID);
        return new RemoteEvent(
                event.getId(),
                uid == null ? event.getICalUID() : uid,
                bookingId(event),
                event.getEtag(),
                start,
                end,
                allDay(event),
                busy(event),
                event.getSummary(),
                event.getUpdated() == null
                        ? null
                        : Instant.ofEpochMilli(event.getUpdated().getValue()));
    }

    private static boolean busy(Event event) {
        if (cancelled(event)
                || "transparent".equals(event.getTransparency())
                || "workingLocation".equals(event.getEventType())) {
            return false;
        }
        return event.getAttendees() == null
                || event.getAttendees().stream()
                        .noneMatch(guest ->
                                Boolean.TRUE.equals(guest.getSelf())
                                        && "declined".equals(guest.getResponseStatus()));
    }

    private static @Nullable Instant instant(@Nullable EventDateTime time, ZoneId zone) {
        if (time == null) {
            return null;
        }
        if (time.getDateTime() != null) {
            return Instant.ofEpochMilli(time.getDateTime().getValue());
        }
        if (time.getDate() == null) {
            return null;
        }
        var day = time.getDate().toStringRfc3339();
        return LocalDate.parse(day.substring(0, 10)).atStartOfDay(zone).toInstant();
    }

    private static @Nullable String mark(Event event, String name) {
        var marks = event.getExtendedProperties();
        return marks == null || marks.getPrivate() == null ? null : marks.getPrivate().get(name);
    }
}
