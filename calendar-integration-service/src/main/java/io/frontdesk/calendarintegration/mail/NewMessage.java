package io.frontdesk.calendarintegration.mail;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail to write.
 *
 * @param bookingId what it is about, if that is a booking
 * @param calendar an iCalendar text to send along
 */
public record NewMessage(
        Kind kind,
        @Nullable UUID bookingId,
        String recipientName,
        String recipientAddress,
        String subject,
        String text,
        @Nullable Invitation calendar) {
    /** What the mail tells. */
    public enum Kind {
        CONFIRMATION,
        CHANGE,
        CANCELLATION,
        REMINDER,
        OFFER
    }

    /**
     * An iCalendar text.
     *
     * @param method REQUEST or CANCEL
     */
    public record Invitation(String method, String text) {}
}
