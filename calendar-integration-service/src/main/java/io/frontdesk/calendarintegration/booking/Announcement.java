package io.frontdesk.calendarintegration.booking;

import io.frontdesk.calendarintegration.booking.BookingChanged.Kind;
import io.frontdesk.starter.events.Events;
import java.util.Locale;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells of a change, within this service and to the others, with the transaction at hand. */
@Component
class Announcement {
    private final Events events;
    private final ApplicationEventPublisher publisher;

    Announcement(Events events, ApplicationEventPublisher publisher) {
        this.events = events;
        this.publisher = publisher;
    }

    void of(Booking booking, Kind kind) {
        var word = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        var fact = booking.fact();
        events.publish("io.frontdesk.calendar.booking-" + word, booking.id().toString(), fact);
        publisher.publishEvent(new BookingChanged(fact, kind));
    }
}
