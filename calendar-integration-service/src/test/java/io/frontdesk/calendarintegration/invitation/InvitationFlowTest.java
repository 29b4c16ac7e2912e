package io.frontdesk.calendarintegration.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.calendarintegration.InvitationApp;
import io.frontdesk.calendarintegration.booking.Attendee;
import io.frontdesk.calendarintegration.booking.BookingChanged;
import io.frontdesk.calendarintegration.booking.BookingChanged.Kind;
import io.frontdesk.calendarintegration.mail.SmtpServer.Mail;
import io.frontdesk.calendarintegration.mail.SmtpServer.Mood;
import io.frontdesk.calendarintegration.waitinglist.SlotOffered;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.IllegalTransactionStateException;

class InvitationFlowTest extends InvitationApp {
    private final String address = "ada-" + UUID.randomUUID() + "@example.com";

    @BeforeEach
    void friendly() {
        SMTP.is(Mood.FRIENDLY);
    }

    @Test
    void invitesMovesAndCancels() throws Exception {
        var booking = newBooking(newResource(), NOON, "Ada Lovelace", address);
        confirm(booking);
        var invited = mail(1);
        assertThat(invited.message().getSubject())
                .isEqualTo("Confirmed: Haircut, Tuesday, 1 June 2027, 12:00");
        assertThat(text(invited))
                .contains(
                        "Hello Ada Lovelace,",
                        "When: Tuesday, 1 June 2027, 12:00 to 13:00 (Europe/Berlin, GMT+02:00, 1"
                                + " h)",
                        "Where: Main St 1");
        assertThat(calendar(invited).getContentType()).contains("method=REQUEST");
        assertThat(content(calendar(invited)))
                .contains("METHOD:REQUEST", "SEQUENCE:0", "RSVP=TRUE")
                .contains("DTSTART;TZID=Europe/Berlin:20270601T120000");

        change(
                booking,
                Kind.RESCHEDULED,
                "starts_at = starts_at + interval '1 day', ends_at = ends_at + interval '1 day',"
                        + " sequence = 1");
        assertThat(content(calendar(mail(2))))
                .contains("METHOD:REQUEST", "SEQUENCE:1", "20270602T120000");
        change(booking, Kind.CANCELLED, "status = 'cancelled', sequence = 2");
        var cancelled = mail(3);
        assertThat(cancelled.message().getSubject()).startsWith("Cancelled: Haircut");
        assertThat(calendar(cancelled).getContentType()).contains("method=CANCEL");
        assertThat(content(calendar(cancelled)))
                .contains("METHOD:CANCEL", "SEQUENCE:2", "STATUS:CANCELLED");
        assertThat(invited.message().getMessageID())
                .isNotEqualTo(cancelled.message().getMessageID());
    }

    @Test
    void writesNothingForAChangeThatIsTakenBack() {
        var booking = newBooking(newResource(), NOON, "Ada", address);
        tenancy.as(
                tenant,
                () ->
                        transactions.executeWithoutResult(status -> {
                            events.publishEvent(
                                    new BookingChanged(bookings.fact(booking), Kind.CONFIRMED));
                            status.setRollbackOnly();
                        }));
        assertThat(get("/api/calendar/messages").json().get("items")).isEmpty();
        assertThat(SMTP.to(address)).isEmpty();
    }

    @Test
    void insistsOnTheTransactionOfTheChange() {
        var booking = newBooking(newResource(), NOON, "Ada", address);
        var fact = asTenant(() -> bookings.fact(booking));
        assertThatThrownBy(() ->
                        tenancy.as(
                                tenant,
                                () ->
                                        events.publishEvent(
                                                new BookingChanged(fact, Kind.CONFIRMED))))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void offersAFreedSlotInTheAttendeesZone() throws Exception {
        var start = OffsetDateTime.parse("2027-06-01T10:00:00Z");
        var attendee = new Attendee("Ada", address, "America/New_York");
        asTenant(() -> {
            events.publishEvent(
                    new SlotOffered(
                            UUID.randomUUID(),
                            attendee,
                            UUID.randomUUID(),
                            start,
                            start.minusHours(5)));
            return attendee;
        });
        var offer = mail(1);
        assertThat(offer.message().getSubject())
                .isEqualTo("A time has become free: Tuesday, 1 June 2027, 06:00 (GMT-04:00)");
        assertThat(offer.message().getContent().toString())
                .contains("It is kept for you until Tuesday, 1 June 2027, 01:00 (GMT-04:00).");
    }

    @Test
    void letsNoNameAddAHeaderOrARecipient() throws Exception {
        var name = "Eve\r\nBcc: everybody@example.com\r\n\r\n<b>evil</b>, other@example.com";
        var booking = newBooking(newResource(), NOON, name, address);
        asTenant(() ->
                jdbc.sql("update booking set offering_name = :name where id = :id")
                        .param("name", "Cut\r\nX-Evil: 1\r\nTo: x@example.com")
                        .param("id", booking)
                        .update());
        confirm(booking);
        var mail = mail(1);
        assertThat(mail.to()).containsExactly(address);
        assertThat(mail.message().getAllRecipients()).hasSize(1);
        assertThat(mail.message().getHeader("Bcc")).isNull();
        assertThat(mail.message().getHeader("X-Evil")).isNull();
        assertThat(mail.message().getHeader("Subject")).hasSize(1);
        assertThat(content(calendar(mail))).doesNotContain("\r\nBcc").doesNotContain("\r\nX-Evil");
    }

    private Mail mail(int number) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> SMTP.to(address), mails -> mails.size() >= number)
                .get(number - 1);
    }

    private static String text(Mail mail) throws Exception {
        return content(((Multipart) alternatives(mail).getContent()).getBodyPart(0));
    }

    private static BodyPart calendar(Mail mail) throws Exception {
        return ((Multipart) alternatives(mail).getContent()).getBodyPart(1);
    }

    private static BodyPart alternatives(Mail mail) throws Exception {
        return ((Multipart) mail.message().getContent()).getBodyPart(0);
    }

    private static String content(BodyPart part) throws Exception {
        var bytes = part.getInputStream().readAllBytes();
        return new String(bytes, StandardCharsets.UTF_8).replace("\r\n ", "");
    }
}
