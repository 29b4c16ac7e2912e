package io.frontdesk.calendarintegration.reminder;

import io.frontdesk.calendarintegration.booking.BookingChanged;
import io.frontdesk.calendarintegration.booking.BookingFact;
import io.frontdesk.starter.jobs.Jobs;
import io.frontdesk.starter.tenancy.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Plans reminders with the booking, in its transaction; what is past already is not planned. */
@Component
class Reminders {
    private final JdbcClient jdbc;
    private final ReminderSettings settings;
    private final Jobs jobs;
    private final Tenancy tenancy;
    private final Clock clock;

    Reminders(JdbcClient jdbc, ReminderSettings settings, Jobs jobs, Tenancy tenancy, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.jobs = jobs;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    private record Planned(int sequence, int minutes) {}

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(BookingChanged change) {
        var booking = change.booking();
        switch (change.kind()) {
            case CONFIRMED -> plan(booking);
            case RESCHEDULED -> {
                drop(booking.bookingId());
                plan(booking);
            }
            case CANCELLED, NO_SHOW -> drop(booking.bookingId());
        }
    }

    private void plan(BookingFact booking) {
        for (var before : settings.get(booking.offeringId()).before()) {
            var due = booking.start().minus(before);
            if (due.toInstant().isAfter(clock.instant())) {
                plan(booking, before, due.toInstant());
            }
        }
    }

    private void plan(BookingFact booking, Duration before, Instant due) {
        var minutes = Math.toIntExact(before.toMinutes());
        var isNew =
                jdbc.sql(
                                """
                                insert into reminder
                                    (booking_id, sequence, minutes_before, due_at, state)
                                values (:booking, :sequence, :minutes, :due, 'planned')
                                on conflict do nothing
                                """)
                        .param("booking", booking.bookingId())
                        .param("sequence", booking.sequence())
                        .param("minutes", minutes)
                        .param("due", due.atOffset(ZoneOffset.UTC))
                        .update();
        if (isNew == 1) {
            jobs.add(job(booking.bookingId(), booking.sequence(), minutes).instance(), due);
        }
    }

    private void drop(UUID booking) {
        var planned =
                jdbc.sql(
                                """
                                update reminder set state = 'dropped'
                                where booking_id = :booking and state = 'planned'
                                returning sequence, minutes_before
                                """)
                        .param("booking", booking)
                        .query((row, number) -> new Planned(row.getInt(1), row.getInt(2)))
                        .list();
        planned.forEach(
                each -> jobs.cancel(job(booking, each.sequence(), each.minutes()).instance()));
    }

    private ReminderJob job(UUID booking, int sequence, int minutes) {
        return new ReminderJob(tenancy.require(), booking, sequence, minutes);
    }
}
