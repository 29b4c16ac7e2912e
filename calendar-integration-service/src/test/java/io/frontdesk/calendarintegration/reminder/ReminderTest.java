package io.frontdesk.calendarintegration.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import io.frontdesk.calendarintegration.InvitationApp;
import io.frontdesk.calendarintegration.booking.BookingChanged.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ReminderTest extends InvitationApp {
    @Autowired private SendReminder reminders;
    @Autowired private List<Task<?>> tasks;
    @Autowired private DataSource database;

    @Test
    void remindsADayAndAnHourBefore() {
        var booking = booking(clock.instant().plus(Duration.ofHours(30)));
        assertThat(rows(booking)).containsExactly("0 1440 planned", "0 60 planned");

        clock.advance(Duration.ofHours(6).plusMinutes(1));
        await(booking, "0 1440 sent", "0 60 planned");
        clock.advance(Duration.ofHours(23));
        await(booking, "0 1440 sent", "0 60 sent");
        assertThat(told(booking)).isEqualTo(2);
    }

    @Test
    void plansNothingThatIsPastAlready() {
        assertThat(rows(booking(clock.instant().plus(Duration.ofHours(3)))))
                .containsExactly("0 60 planned");
        assertThat(rows(booking(clock.instant().plus(Duration.ofMinutes(30))))).isEmpty();
    }

    @Test
    void movesWithTheBookingAndEndsWithIt() {
        var booking = booking(clock.instant().plus(Duration.ofHours(30)));
        change(
                booking,
                Kind.RESCHEDULED,
                "starts_at = starts_at + interval '2 days', ends_at = ends_at + interval '2 days',"
                        + " sequence = 1");
        assertThat(rows(booking))
                .containsExactly(
                        "0 1440 dropped", "0 60 dropped", "1 1440 planned", "1 60 planned");
        assertThat(jobs(booking)).isEqualTo(2);
        clock.advance(Duration.ofHours(29).plusMinutes(30));
        reminders.run(new ReminderJob(tenant, booking, 0, 60));
        assertThat(told(booking)).isZero();

        change(booking, Kind.CANCELLED, "status = 'cancelled', sequence = 2");
        assertThat(rows(booking)).noneMatch(row -> row.endsWith("planned"));
        assertThat(jobs(booking)).isZero();
    }

    @Test
    void isSentOnceHoweverOftenAndBySoManyItIsRun() throws Exception {
        var booking = booking(clock.instant().plus(Duration.ofHours(30)));
        var job = new ReminderJob(tenant, booking, 0, 1440);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var runs = new ArrayList<Callable<Object>>();
            for (var run = 0; run < 8; run++) {
                runs.add(Executors.callable(() -> reminders.run(job)));
            }
            for (var run : threads.invokeAll(runs)) {
                run.get();
            }
        }
        reminders.run(job);
        assertThat(told(booking)).isEqualTo(1);
    }

    @Test
    void isSentOnceByTwoSchedulersAtOnce() {
        var bookings = new ArrayList<UUID>();
        for (var number = 0; number < 20; number++) {
            bookings.add(booking(clock.instant().plus(Duration.ofHours(25))));
        }
        var second =
                Scheduler.create(database, new ArrayList<>(tasks))
                        .threads(2)
                        .pollingInterval(Duration.ofMillis(50))
                        .alwaysPersistTimestampInUTC()
                        .clock(clock::instant)
                        .schedulerName(() -> "second")
                        .build();
        clock.advance(Duration.ofHours(1).plusMinutes(1));
        second.start();
        try {
            bookings.forEach(booking -> await(booking, "0 1440 sent", "0 60 planned"));
        } finally {
            second.stop();
        }
        assertThat(bookings).allSatisfy(booking -> assertThat(told(booking)).isEqualTo(1));
    }

    @Test
    void dropsAReminderThatComesTooLate() {
        var booking = booking(clock.instant().plus(Duration.ofHours(2)));
        clock.advance(Duration.ofHours(3));
        await(booking, "0 60 dropped");
        assertThat(told(booking)).isZero();
    }

    @Test
    void isSetForAllOfferingsOrForOne() {
        assertThat(times("")).containsExactly("PT24H", "PT1H");
        var offering = newOffering();
        var one = "?offeringId=" + offering;
        assertThat(put("/api/calendar/reminders", "{\"before\":[\"PT30M\",\"P2D\"]}").status())
                .isEqualTo(200);
        assertThat(times("")).containsExactly("PT48H", "PT30M");
        assertThat(times(one)).containsExactly("PT48H", "PT30M");
        assertThat(put("/api/calendar/reminders" + one, "{\"before\":[]}").status()).isEqualTo(200);
        assertThat(times(one)).isEmpty();
        assertThat(delete("/api/calendar/reminders" + one).status()).isEqualTo(204);
        assertThat(times(one)).containsExactly("PT48H", "PT30M");
        assertThat(delete("/api/calendar/reminders").status()).isEqualTo(204);
        assertThat(times("")).containsExactly("PT24H", "PT1H");
    }

    @Test
    void refusesTimesThatAreNone() {
        for (var bad :
                List.of(
                        "{\"before\":[\"PT4M\"]}",
                        "{\"before\":[\"P31D\"]}",
                        "{\"before\":[\"-PT1H\"]}",
                        "{\"before\":[\"soon\"]}",
                        "{\"before\":[null]}",
                        "{\"before\":null}",
                        "{}",
                        "{\"before\":[\"PT1H\",\"PT2H\",\"PT3H\",\"PT4H\",\"PT5H\",\"PT6H\"]}")) {
            assertThat(put("/api/calendar/reminders", bad).status()).as(bad).isEqualTo(400);
        }
        var nobody = "?offeringId=" + UUID.randomUUID();
        assertThat(put("/api/calendar/reminders" + nobody, "{\"before\":[]}").status())
                .isEqualTo(404);
        assertThat(get("/api/calendar/reminders" + nobody).status()).isEqualTo(404);
    }

    private List<String> times(String query) {
        var found = new ArrayList<String>();
        get("/api/calendar/reminders" + query)
                .json()
                .get("before")
                .forEach(each -> found.add(each.stringValue()));
        return found;
    }

    private UUID booking(Instant start) {
        var booking = newBooking(newResource(), start, "Ada", "ada@example.com");
        confirm(booking);
        return booking;
    }

    private void await(UUID booking, String... rows) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(rows(booking)).containsExactly(rows));
    }

    private List<String> rows(UUID booking) {
        return asTenant(() ->
                jdbc.sql(
                                """
                                select sequence || ' ' || minutes_before || ' ' || state
                                from reminder where booking_id = :booking
                                order by sequence, minutes_before desc
                                """)
                        .param("booking", booking)
                        .query(String.class)
                        .list());
    }

    private long told(UUID booking) {
        return asTenant(() ->
                jdbc.sql(
                                """
                                select count(*) from message
                                where booking_id = :booking and kind = 'reminder'
                                """)
                        .param("booking", booking)
                        .query(Long.class)
                        .single());
    }

    private long jobs(UUID booking) {
        return asTenant(() ->
                jdbc.sql(
                                """
                                select count(*) from scheduled_tasks
                                where task_name = 'reminder' and task_instance like :like
                                """)
                        .param("like", "%/" + booking + "/%")
                        .query(Long.class)
                        .single());
    }
}
