package io.frontdesk.calendarintegration.occupancy;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.calendarintegration.CalendarApp;
import io.frontdesk.calendarintegration.booking.Attendee;
import io.frontdesk.calendarintegration.booking.BookSlot;
import io.frontdesk.starter.tenancy.Tenancy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class RaceTest extends CalendarApp {
    private static final long SEED = 20_260_301;

    @Autowired private BookSlot bookSlot;
    @Autowired private Occupancy occupancy;
    @Autowired private JdbcClient jdbc;
    @Autowired private Tenancy tenancy;
    @Autowired private PlatformTransactionManager transactions;

    @Test
    void givesOneSlotToOneOfFifty() throws Exception {
        var ada = person();
        var offering = offering("", ada);

        var answers = race(50, _ -> book(offering, ada, at(10)).problem());

        assertThat(answers.stream().collect(groupingBy(answer -> answer, counting())))
                .containsOnlyKeys("201 ", "409 slot-taken")
                .containsEntry("201 ", 1L);
    }

    @Test
    void neverOverlapsRandomSpansOfAHundred() throws Exception {
        var ada = person();
        var offerings =
                IntStream.of(15, 30, 45, 60, 90)
                        .mapToObj(minutes ->
                                offering(
                                        "\"slotStep\":\"PT5M\",\"bufferAfter\":\"PT%dM\""
                                                .formatted(minutes),
                                        ada))
                        .toList();
        var random = new Random(SEED);
        var starts = IntStream.range(0, 400).map(_ -> random.nextInt(24 * 12) * 5).boxed().toList();

        var answers =
                race(
                        400,
                        number -> {
                            var start = at(0).plusMinutes(starts.get(number));
                            var offering = offerings.get(number % offerings.size());
                            return directly(offering, ada, start.toInstant());
                        });

        assertThat(answers.stream().filter("booked"::equals).count()).isGreaterThan(5);
        assertThat(answers).containsOnly("booked", "taken");
        assertThat(overlaps()).isZero();
    }

    @Test
    void neverOverlapsEvenWhereNobodyChecksOrLocks() throws Exception {
        var ada = person();
        var room = person();
        var offering = offering("", ada);
        var random = new Random(SEED);
        var seats =
                IntStream.range(0, 300)
                        .mapToObj(_ -> {
                            var start = at(0).plusMinutes(random.nextInt(24 * 60)).toInstant();
                            var end = start.plus(Duration.ofMinutes(5 + random.nextInt(120)));
                            var resources =
                                    random.nextBoolean() ? List.of(ada) : List.of(ada, room);
                            return new Seat(offering, resources, start, end, start, end, 1);
                        })
                        .toList();

        var answers = race(300, number -> unchecked(seats.get(number)));

        assertThat(answers).contains("booked", "taken");
        assertThat(overlaps()).isZero();
    }

    @Test
    void neverSeatsMoreThanThereAreSeats() throws Exception {
        var ada = person();
        var yoga = offering("\"capacity\":8", ada);

        var answers = race(40, _ -> hold(yoga, ada, at(10)).problem());

        assertThat(answers.stream().filter("201 "::equals).count()).isEqualTo(8);
        assertThat(book(offering("", ada), ada, at(10)).problem()).isEqualTo("409 slot-taken");
    }

    @Test
    void neverSeatsMoreThanThereAreSeatsEvenWhereNobodyLocks() throws Exception {
        var ada = person();
        var yoga = offering("\"capacity\":3", ada);
        var start = at(10).toInstant();
        var end = start.plus(Duration.ofHours(1));
        var seat = new Seat(yoga, List.of(ada), start, end, start, end, 3);

        race(40, _ -> unchecked(seat));

        assertThat(seatsTaken()).isBetween(1L, 3L);
        assertThat(overlaps()).isZero();
    }

    @Test
    void keepsBothSlotsWhenTwoWantToSwap() throws Exception {
        var ada = person();
        var offering = offering("", ada);
        var one = book(offering, ada, at(10)).id();
        var other = book(offering, ada, at(11)).id();

        var answers =
                race(
                        2,
                        number ->
                                post(
                                                "/api/calendar/bookings/%s/reschedule"
                                                        .formatted(number == 0 ? one : other),
                                                "{\"start\":\"%s\"}".formatted(at(11 - number)))
                                        .problem());

        assertThat(answers).containsOnly("409 slot-taken");
        assertThat(get("/api/calendar/bookings/" + one).body()).contains("T10:00");
        assertThat(get("/api/calendar/bookings/" + other).body()).contains("T11:00");
    }

    @Test
    void answersAHundredWhoBookAtOnce() throws Exception {
        var people = IntStream.range(0, 20).mapToObj(_ -> person()).toArray(UUID[]::new);
        var offering = offering("", people);

        var answers =
                race(300, number -> book(offering, people[number % 20], at(number % 24)).problem());

        assertThat(answers).contains("201 ").containsAnyOf("201 ", "409 slot-taken");
        assertThat(answers).allMatch(each -> each.equals("201 ") || each.startsWith("409 "));
        assertThat(overlaps()).isZero();
    }

    private String directly(UUID offering, UUID resource, Instant start) {
        return outcome(() -> bookSlot.directly(offering, resource, start, grace(), null));
    }

    /** Inserts as a booking does, without asking what is free and without waiting for a turn. */
    private String unchecked(Seat seat) {
        var template = new TransactionTemplate(transactions);
        return outcome(() -> {
            template.executeWithoutResult(_ -> {
                var id = UUID.randomUUID();
                jdbc.sql(
                                """
                                insert into booking (id, offering_id, offering_name, resource_ids,
                                    time_zone, starts_at, ends_at, status, attendee_name,
                                    attendee_email, created_at)
                                values (:id, :offering, 'x', :resources::uuid[], 'UTC', :start,
                                    :end, 'confirmed', 'x', 'x@example.org', :start)
                                """)
                        .param("id", id)
                        .param("offering", seat.offeringId())
                        .param("resources", seat.resources().toArray(UUID[]::new))
                        .param("start", seat.start().atOffset(ZoneOffset.UTC))
                        .param("end", seat.end().atOffset(ZoneOffset.UTC))
                        .update();
                occupancy.book(seat, id);
            });
            return seat;
        });
    }

    private String outcome(Callable<?> work) {
        return tenancy.as(
                tenant,
                () -> {
                    try {
                        work.call();
                        return "booked";
                    } catch (SlotTaken | DataAccessException taken) {
                        return "taken";
                    } catch (Exception other) {
                        return other.toString();
                    }
                });
    }

    private long overlaps() {
        return count(
                """
                select count(*) from occupied a join occupied b on a.resource_id = b.resource_id
                    and a.id < b.id and a.span && b.span
                """);
    }

    private long seatsTaken() {
        return count("select count(*) from seat");
    }

    private long count(String sql) {
        var template = new TransactionTemplate(transactions);
        return tenancy.<Long>as(
                tenant,
                () -> template.<Long>execute(_ -> jdbc.sql(sql).query(Long.class).single()));
    }

    private static Attendee grace() {
        return new Attendee("Grace", "grace@example.org", null);
    }

    private interface Contender {
        String run(int number);
    }

    private static List<String> race(int contenders, Contender contender) throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(Math.min(contenders, 100))) {
            var results =
                    IntStream.range(0, contenders)
                            .mapToObj(number ->
                                    threads.submit(() -> {
                                        start.await();
                                        return contender.run(number);
                                    }))
                            .toList();
            start.countDown();
            var outcomes = new ArrayList<String>();
            for (var result : results) {
                outcomes.add(result.get());
            }
            return outcomes;
        }
    }
}
