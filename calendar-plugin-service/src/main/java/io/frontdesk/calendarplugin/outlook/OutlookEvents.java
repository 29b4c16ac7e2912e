package io.frontdesk.calendarplugin.outlook;

import com.microsoft.graph.models.BodyType;
import com.microsoft.graph.models.DateTimeTimeZone;
import com.microsoft.graph.models.Event;
import com.microsoft.graph.models.FreeBusyStatus;
import com.microsoft.graph.models.ItemBody;
import com.microsoft.graph.models.Location;
import com.microsoft.graph.models.ResponseType;
import com.microsoft.graph.models.SingleValueLegacyExtendedProperty;
import io.frontdesk.calendarplugin.event.BookedEvent;
import io.frontdesk.calendarplugin.event.RemoteEvent;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Events in Outlook's words. */
final class OutlookEvents {
    /** A property of ours at the event: what we look it up by, and its sequence. */
    static final String UID = property("FrontdeskUid");

    static final String SEQUENCE = property("FrontdeskSequence");

    /** The expansion that tells our properties. */
    static final String OURS =
            "singleValueExtendedProperties($filter=id eq '%s' or id eq '%s')"
                    .formatted(UID, SEQUENCE);

    /**
     * The transaction id makes a repeated creation one event. It is also the one mark that a delta
     * tells, which cannot expand properties: so it names the booking and its UID.
     */
    private static final Pattern TRANSACTION =
            Pattern.compile("frontdesk/[^/]*/([0-9a-f-]{36})/(.+)");

    private OutlookEvents() {}

    private static String property(String name) {
        return "String {7f3c1a52-9d84-4e0b-8b6e-2d1f5c0a9e47} Name " + name;
    }

    static Event of(BookedEvent booked) {
        var event = new Event();
        event.setSubject(booked.title());
        var body = new ItemBody();
        body.setContentType(BodyType.Text);
        body.setContent(description(booked));
        event.setBody(body);
        var location = new Location();
        location.setDisplayName(Objects.requireNonNullElse(booked.location(), ""));
        event.setLocation(location);
        event.setStart(time(booked.start()));
        event.setEnd(time(booked.end()));
        event.setSingleValueExtendedProperties(
                List.of(
                        value(UID, booked.uid()),
                        value(SEQUENCE, String.valueOf(booked.sequence()))));
        return event;
    }

    /**
     * Marks an event that is to be created.
     *
     * @param attempt tells apart creations that are meant to be several
     */
    static Event created(BookedEvent booked, String attempt) {
        var event = of(booked);
        event.setTransactionId(
                "frontdesk/" + attempt + "/" + booked.bookingId() + "/" + booked.uid());
        event.setShowAs(FreeBusyStatus.Busy);
        return event;
    }

    /** The attendee is named, not invited: the invitation is ours to send. */
    private static String description(BookedEvent booked) {
        var who = booked.attendeeName() == null ? booked.attendeeEmail() : booked.attendeeName();
        return String.join(
                "\n\n", Stream.of(booked.description(), who).filter(Objects::nonNull).toList());
    }

    private static SingleValueLegacyExtendedProperty value(String id, String value) {
        var property = new SingleValueLegacyExtendedProperty();
        property.setId(id);
        property.setValue(value);
        return property;
    }

    /** In UTC: a local time may exist twice on the night when the clocks go back. */
    private static DateTimeTimeZone time(Instant instant) {
        var time = new DateTimeTimeZone();
        time.setDateTime(LocalDateTime.ofInstant(instant, ZoneOffset.UTC).toString());
        time.setTimeZone("UTC");
        return time;
    }

    static @Nullable String etag(Event event) {
        return event.getAdditionalData().get("@odata.etag") instanceof String etag ? etag : null;
    }

    static boolean removed(Event event) {
        return event.getAdditionalData().containsKey("@removed");
    }

    static @Nullable String bookingId(Event event) {
        return marked(event, 1);
    }

    private static @Nullable String marked(Event event, int group) {
        var marks = TRANSACTION.matcher(Objects.requireNonNullElse(event.getTransactionId(), ""));
        return marks.matches() ? marks.group(group) : null;
    }

    /** The sequence that we wrote last; -1 when it is not told. */
    static int sequence(Event event) {
        var properties = event.getSingleValueExtendedProperties();
        if (properties == null) {
            return -1;
        }
        return properties.stream()
                .filter(each -> SEQUENCE.equalsIgnoreCase(each.getId()))
                .map(SingleValueLegacyExtendedProperty::getValue)
                .filter(text -> text != null && text.matches("\\d{1,9}"))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(-1);
    }

    /**
     * Null for an event without a readable time.
     *
     * @param whole tells what the event does not: a delta gives an occurrence only its times, and
     *     the rest once at its series
     * @param mailboxZone where a whole day begins; null when it is not known
     */
    static @Nullable RemoteEvent read(Event event, Event whole, @Nullable ZoneId mailboxZone) {
        var allDay = Boolean.TRUE.equals(event.getIsAllDay()) || wholeDays(event, whole);
        var day = mailboxZone == null ? zone(whole) : mailboxZone;
        var start = instant(event.getStart(), allDay, day);
        var end = instant(event.getEnd(), allDay, day);
        if (event.getId() == null || start == null || end == null || end.isBefore(start)) {
            return null;
        }
        var uid = marked(event, 2);
        var changed = whole.getLastModifiedDateTime();
        return new RemoteEvent(
                event.getId(),
                uid == null ? whole.getICalUId() : uid,
                bookingId(event),
                etag(event),
                start,
                end,
                allDay,
                busy(whole),
                whole.getSubject(),
                changed == null ? null : changed.toInstant());
    }

    private static boolean wholeDays(Event event, Event whole) {
        return event.getIsAllDay() == null && Boolean.TRUE.equals(whole.getIsAllDay());
    }

    /** Somebody who works elsewhere can be booked; somebody who may come to something cannot. */
    private static boolean busy(Event event) {
        var response = event.getResponseStatus();
        return !Boolean.TRUE.equals(event.getIsCancelled())
                && (response == null || response.getResponse() != ResponseType.Declined)
                && event.getShowAs() != FreeBusyStatus.Free
                && event.getShowAs() != FreeBusyStatus.WorkingElsewhere;
    }

    private static ZoneId zone(Event event) {
        return WindowsZones.of(event.getOriginalStartTimeZone()).orElse(ZoneOffset.UTC);
    }

    /** A whole day floats: Graph tells its date as a midnight in the zone that was asked for. */
    private static @Nullable Instant instant(
            @Nullable DateTimeTimeZone time, boolean allDay, ZoneId day) {
        if (time == null || time.getDateTime() == null) {
            return null;
        }
        var zone = WindowsZones.of(time.getTimeZone());
        if (zone.isEmpty()) {
            return null;
        }
        try {
            var local = LocalDateTime.parse(time.getDateTime().replaceFirst("Z$", ""));
            if (!allDay) {
                return local.atZone(zone.get()).toInstant();
            }
            var date =
                    local.toLocalTime().equals(LocalTime.MIDNIGHT)
                            ? local.toLocalDate()
                            : local.atZone(zone.get()).withZoneSameInstant(day).toLocalDate();
            return date.atStartOfDay(day).toInstant();
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
