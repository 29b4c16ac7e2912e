package io.frontdesk.calendarintegration.invitation;

import io.frontdesk.calendarintegration.booking.BookingChanged;
import io.frontdesk.calendarintegration.booking.BookingFact;
import io.frontdesk.calendarintegration.icalendar.BookingCalendar;
import io.frontdesk.calendarintegration.mail.Messages;
import io.frontdesk.calendarintegration.mail.NewMessage;
import io.frontdesk.calendarintegration.mail.NewMessage.Invitation;
import io.frontdesk.calendarintegration.mail.NewMessage.Kind;
import io.frontdesk.calendarintegration.waitinglist.SlotOffered;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes the mails of a change in the change's own transaction: both are kept, or neither. */
@Component
class Invitations {
    private static final Wording WORDS = Wording.ENGLISH;

    private final Messages messages;
    private final BookingCalendar calendars;

    Invitations(Messages messages, BookingCalendar calendars) {
        this.messages = messages;
        this.calendars = calendars;
    }

    @EventListener
    void on(BookingChanged change) {
        var booking = change.booking();
        switch (change.kind()) {
            case CONFIRMED ->
                    write(
                            Kind.CONFIRMATION,
                            booking,
                            WORDS.confirmed(booking),
                            new Invitation("REQUEST", calendars.request(booking)));
            case RESCHEDULED ->
                    write(
                            Kind.CHANGE,
                            booking,
                            WORDS.moved(booking),
                            new Invitation("REQUEST", calendars.request(booking)));
            case CANCELLED ->
                    write(
                            Kind.CANCELLATION,
                            booking,
                            WORDS.cancelled(booking),
                            new Invitation("CANCEL", calendars.cancel(booking)));
            case NO_SHOW -> {
                // Nobody is told that they did not come.
            }
        }
    }

    @EventListener
    void on(SlotOffered offer) {
        var attendee = offer.attendee();
        var letter =
                WORDS.offered(
                        attendee, offer.start(), offer.expiresAt(), offer.waitingId().toString());
        messages.write(
                new NewMessage(
                        Kind.OFFER,
                        null,
                        attendee.name(),
                        attendee.email(),
                        letter.subject(),
                        letter.text(),
                        null));
    }

    private void write(Kind kind, BookingFact booking, Letter letter, Invitation calendar) {
        messages.write(
                new NewMessage(
                        kind,
                        booking.bookingId(),
                        booking.attendee().name(),
                        booking.attendee().email(),
                        letter.subject(),
                        letter.text(),
                        calendar));
    }
}
