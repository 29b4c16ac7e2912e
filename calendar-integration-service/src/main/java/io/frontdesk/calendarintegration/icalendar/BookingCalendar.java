package io.frontdesk.calendarintegration.icalendar;

import io.frontdesk.calendarintegration.booking.BookingFact;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Version;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Writes bookings as iCalendar text in UTF-8, lines ended by CRLF. */
@Component
@EnableConfigurationProperties(OrganizerProperties.class)
public class BookingCalendar {
    private static final int UNFOLDED = 65_536;
    private static final Duration REFRESH = Duration.ofMinutes(15);

    private final BookingEvents events;
    private final Clock clock;

    BookingCalendar(OrganizerProperties organizer, Clock clock) {
        this.events = new BookingEvents(organizer);
        this.clock = clock;
    }

    /** Asks the attendee to come, or to come at another time: METHOD REQUEST (RFC 5546, 3.2.2). */
    public String request(BookingFact booking) {
        return written(
                calendar(
                        ImmutableMethod.REQUEST,
                        List.of(booking),
                        fact -> events.invitation(fact, now())));
    }

    /** Tells the attendee that it does not take place: METHOD CANCEL (RFC 5546, 3.2.5). */
    public String cancel(BookingFact booking) {
        return written(
                calendar(
                        ImmutableMethod.CANCEL,
                        List.of(booking),
                        fact -> events.cancelled(fact, now())));
    }

    /** The booking as an entry to keep, METHOD PUBLISH (RFC 5546, 3.2.1), so without attendees. */
    public String publish(BookingFact booking) {
        return written(
                calendar(
                        ImmutableMethod.PUBLISH,
                        List.of(booking),
                        fact -> events.published(fact, now())));
    }

    /**
     * A calendar to subscribe to.
     *
     * @param named whether each entry says what it is and who comes, or only that the time is taken
     */
    public String feed(String name, List<BookingFact> bookings, boolean named) {
        Function<BookingFact, VEvent> entry =
                fact -> named ? events.named(fact, now()) : events.busy(fact, now());
        var calendar = calendar(ImmutableMethod.PUBLISH, bookings, entry);
        calendar.add(new XProperty("X-WR-CALNAME", IcsText.line(name)));
        calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), REFRESH));
        return written(calendar);
    }

    private Instant now() {
        return clock.instant();
    }

    private static Calendar calendar(
            Method method, List<BookingFact> bookings, Function<BookingFact, VEvent> entry) {
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Frontdesk//Calendar//EN"));
        Version version = ImmutableVersion.VERSION_2_0;
        calendar.add(version);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(method);
        zones(calendar, bookings);
        bookings.forEach(booking -> calendar.add(entry.apply(booking)));
        return calendar;
    }

    private static void zones(Calendar calendar, List<BookingFact> bookings) {
        var spans = new TreeMap<String, Instant[]>();
        for (var booking : bookings) {
            var zone = zone(booking);
            if (!zone.equals(ZoneOffset.UTC)) {
                Instant[] span = {booking.start().toInstant(), booking.end().toInstant()};
                spans.merge(zone.getId(), span, BookingCalendar::around);
            }
        }
        spans.forEach(
                (zone, span) -> calendar.add(ZoneDefinition.of(ZoneId.of(zone), span[0], span[1])));
    }

    private static Instant[] around(Instant[] one, Instant[] other) {
        return new Instant[] {
            one[0].isBefore(other[0]) ? one[0] : other[0],
            one[1].isAfter(other[1]) ? one[1] : other[1]
        };
    }

    /** A place with rules of its own; whatever else stands there is written in UTC. */
    static ZoneId zone(BookingFact booking) {
        try {
            var zone = ZoneId.of(booking.timeZone());
            return zone.getId().contains("/") ? zone : ZoneOffset.UTC;
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }

    private static String written(Calendar calendar) {
        var text = new StringWriter();
        try {
            new CalendarOutputter(false, UNFOLDED).output(calendar, text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return IcsText.folded(text.toString());
    }
}
