package io.frontdesk.calendarintegration.reminder;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.frontdesk.calendarintegration.booking.BookingFact;
import io.frontdesk.calendarintegration.booking.Bookings;
import io.frontdesk.calendarintegration.invitation.Wording;
import io.frontdesk.calendarintegration.mail.Messages;
import io.frontdesk.calendarintegration.mail.NewMessage;
import io.frontdesk.calendarintegration.mail.NewMessage.Kind;
import io.frontdesk.starter.tenancy.Tenancy;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Turns a planned reminder into a message. The row changes its state in the message's transaction,
 * so of any number of runs, also at once, one writes the message.
 */
@Component
class SendReminder {
    private final JdbcClient jdbc;
    private final Bookings bookings;
    private final Messages messages;
    private final Tenancy tenancy;
    private final TransactionTemplate transactions;
    private final Clock clock;

    SendReminder(
            JdbcClient jdbc,
            Bookings bookings,
            Messages messages,
            Tenancy tenancy,
            TransactionTemplate transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.bookings = bookings;
        this.messages = messages;
        this.tenancy = tenancy;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Bean
    static Task<Void> reminder(SendReminder reminders) {
        return Tasks.oneTime(ReminderJob.NAME, Void.class)
                .execute((job, context) -> reminders.run(ReminderJob.of(job.getId())));
    }

    void run(ReminderJob job) {
        tenancy.as(job.tenant(), () -> transactions.executeWithoutResult(status -> send(job)));
    }

    private void send(ReminderJob job) {
        if (!change(job, "planned", "sent")) {
            return;
        }
        var booking = bookings.fact(job.booking());
        if (!stands(booking, job)) {
            change(job, "sent", "dropped");
            return;
        }
        var letter = Wording.ENGLISH.reminder(booking);
        var message =
                messages.write(
                        new NewMessage(
                                Kind.REMINDER,
                                booking.bookingId(),
                                booking.attendee().name(),
                                booking.attendee().email(),
                                letter.subject(),
                                letter.text(),
                                null));
        jdbc.sql(
                        """
                        update reminder set message_id = :message
                        where booking_id = :booking and sequence = :sequence
                          and minutes_before = :minutes
                        """)
                .param("message", message)
                .param("booking", job.booking())
                .param("sequence", job.sequence())
                .param("minutes", job.minutes())
                .update();
    }

    /** Still as it was planned, and not begun: after an outage some reminders come too late. */
    private boolean stands(BookingFact booking, ReminderJob job) {
        return booking.status().equalsIgnoreCase("confirmed")
                && booking.sequence() == job.sequence()
                && booking.start().toInstant().isAfter(clock.instant());
    }

    private boolean change(ReminderJob job, String from, String to) {
        return jdbc.sql(
                                """
                                update reminder set state = :to
                                where booking_id = :booking and sequence = :sequence
                                  and minutes_before = :minutes and state = :from
                                """)
                        .param("to", to)
                        .param("from", from)
                        .param("booking", job.booking())
                        .param("sequence", job.sequence())
                        .param("minutes", job.minutes())
                        .update()
                == 1;
    }
}
